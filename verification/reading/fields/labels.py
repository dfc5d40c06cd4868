"""The words before values on documents, and which value each announces."""

from enum import StrEnum

from verification.reading.model import Field


class Mark(StrEnum):
    """What a label announces beside the fields: places, and what must not be taken for values."""

    TERM = "term"
    FOUNDED = "founded"
    AUTHORITY = "authority"
    ETHNICITY = "ethnicity"
    SCOPE = "scope"
    CAPITAL = "capital"
    KIND = "kind"
    PERMIT_NUMBER = "permit_number"
    OTHER = "other"


Key = Field | Mark
Labels = dict[str, Key]


def _all(key: Key, words: str) -> Labels:
    return dict.fromkeys(words.split(), key)


# Resident cards and residence permits, both sides.
CARD: Labels = {
    "姓名": Field.NAME,
    "性别": Field.SEX,
    "民族": Mark.ETHNICITY,
    "出生": Field.BORN_ON,
    "住址": Field.ADDRESS,
    "公民身份号码": Field.NUMBER,
    "签发机关": Mark.AUTHORITY,
    "有效期限": Mark.TERM,
    "通行证号码": Mark.PERMIT_NUMBER,
    "签发次数": Mark.OTHER,
}

# Licences and certificates of organisations. Contacts and the like are listed so that their
# values belong to somebody else than the holder.
ORGANISATION: Labels = {
    **_all(Field.NUMBER, "统一社会信用代码 统一社会信用代码/注册号 代码 组织机构代码"),
    **_all(Field.REGISTRATION_NUMBER, "注册号 营业执照注册号 工商注册号"),
    **_all(Field.SERIAL, "证照编号 编号 证号 证书编号 登记号 许可证号 执业证号 发证号"),
    **_all(
        Field.NAME,
        "名称 企业名称 公司名称 机构名称 单位名称 字号名称 中文名称 学校名称 事务所名称 "
        "律师事务所名称 场所名称 组织名称 医疗机构名称 基金会名称 社团名称 代表机构名称",
    ),
    **_all(
        Field.LEGAL_REPRESENTATIVE,
        "法定代表人 法定代表人姓名 法人代表 经营者 经营者姓名 负责人 负责人姓名 主要负责人 "
        "投资人 投资人姓名 执行事务合伙人 首席代表 校长 执行合伙人 法定代表人/负责人",
    ),
    **_all(
        Field.ADDRESS,
        "住所 地址 机构地址 经营场所 主要经营场所 营业场所 办公地址 驻在场所 住址 办学地址 "
        "场所地址 执业场所",
    ),
    **_all(Mark.TERM, "营业期限 经营期限 合伙期限 有效期 有效期限 证书有效期 驻在期限 有效期至"),
    **_all(Mark.FOUNDED, "成立日期 注册日期 成立时间 设立日期"),
    **_all(Field.ISSUED_ON, "核准日期 发照日期 发证日期 颁发日期 批准日期 颁证日期 登记日期"),
    **_all(
        Mark.AUTHORITY,
        "登记机关 发证机关 颁发单位 登记管理机关 颁发机关 赋码机关 审批机关 颁证机关",
    ),
    **_all(Mark.SCOPE, "经营范围 经营范围及方式 业务范围 宗旨和业务范围 诊疗科目 执业范围"),
    **_all(Mark.CAPITAL, "注册资本 实收资本 注册资金 开办资金 原始基金数额 设立资产 出资额"),
    **_all(
        Mark.KIND, "类型 公司类型 企业类型 机构类型 机构性质 经济性质 组成形式 组织形式 学校类型"
    ),
    **_all(
        Mark.OTHER,
        "联系人 联系电话 电话 经费来源 举办单位 业务主管单位 业务主管部门 主管机关 主管单位 "
        "主管部门 活动地域 批准文号 办学内容 外国企业名称 外国企业住所 派出企业名称 "
        "英文名称 宗旨 隶属关系 分所",
    ),
}

# Passports, travel permits and the card of permanent residents.
TRAVEL: Labels = {
    "姓名": Field.NAME,
    "性别": Field.SEX,
    "出生日期": Field.BORN_ON,
    "国籍": Field.COUNTRY,
    "签发日期": Field.ISSUED_ON,
    **_all(Mark.TERM, "有效期限 有效期至 有效期"),
    **_all(Field.NUMBER, "证件号码 护照号 护照号码 证件号 通行证号码 编号"),
    "签发机关": Mark.AUTHORITY,
    **_all(
        Mark.OTHER,
        "签发地点 出生地点 出生地 类型 国家码 换证次数 签发次数 持照人签名 持证人签名 持证人签字 "
        "身份证号码 身份证号 非中国籍",
    ),
}

# The English half of a bilingual label.
ENGLISH_HALF = (
    r"(?:full\s*)?name|sex|gender|date\s*of\s*\w+|place\s*of\s*\w+|nationality|type|"
    r"(?:passport|document|card|id|certificate|permit)\s*(?:no|number)|no\b|"
    r"country\s*code|(?:issuing\s*)?authority|(?:valid\s*period|period\s*of\s*validity)|"
    r"valid\s*(?:until|thru)|bearer.s\s*signature|validity|issued\s*(?:by|at)"
)
