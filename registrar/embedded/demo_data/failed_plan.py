"""acme's domains whose verification failed: every message verbatim as an authority words it.

Holders whom the register knows pass with the right number (route two); every one of them may
move to a verified template (route one).
"""

from .plan import Attempt, DemoDomain, Step

_FAILED = {"real_name": "failed", "epp_statuses": ("serverHold",)}
_CHANGE_FAILED = {**_FAILED, "registrant_change": "failed"}


def _failed(name: str, holder: str, *attempts: Attempt, **more: object) -> DemoDomain:
    given = {"registered": 40, "expires": 325, "states": _FAILED, **more}
    return DemoDomain(name=name, holder=holder, attempts=attempts, **given)  # type: ignore[arg-type]


FAILED_DOMAINS: tuple[DemoDomain, ...] = (
    _failed(
        "yangben-blog.cn",
        "li",
        Attempt(
            days_ago=12,
            number="110101199003077109",
            messages=("注册者证件号码填写有误，请输入与证件照片一致的证件号码",),
        ),
        tags=("个人",),
    ),
    _failed(
        "fanli-foto.cn",
        "wang",
        Attempt(
            days_ago=9,
            number="440306199509203204",
            messages=("注册者提交的身份证与公安部公民身份证信息查询接口中的查询结果不一致",),
        ),
        tags=("个人",),
    ),
    _failed(
        "shili-mall.cn",
        "acme",
        Attempt(days_ago=20, messages=("证件电子信息核验不合格，电子信息不通过，直接拒绝",)),
        Attempt(
            days_ago=6,
            number="91110108MA00124383",
            messages=("证件审核错误，查询结果与提交信息不一致",),
        ),
        tags=("电商", "重点"),
    ),
    _failed(
        "shili-pay.com.cn",
        "acme",
        Attempt(
            days_ago=5,
            document_type="TYDM",
            messages=("证件类型选择错误，请提交与证件类型一致且包含完整证件号码的彩色证件图片",),
        ),
        tags=("电商",),
    ),
    _failed(
        "shili-cloud.net",
        "acme",
        Attempt(days_ago=4, messages=("注册者资料不清晰或者注册者身份证明资料不清晰",)),
    ),
    _failed(
        "yangben-note.com",
        "li",
        Attempt(
            days_ago=8,
            messages=("无法识别图片信息，请上传完整清晰无遮挡，包含完整证件号码的彩色证件图片",),
        ),
    ),
    _failed(
        "hangzhou-yangben.cn",
        "hangzhou",
        Attempt(days_ago=15, stage="timeout", messages=("实名审核超时，请重新提交",)),
    ),
    _failed(
        "yangben-cdn.net",
        "hangzhou",
        Attempt(days_ago=7, messages=("多次尝试上传资料到审核机构，均失败",)),
    ),
    _failed(
        "fanli-design.cn",
        "wang",
        Attempt(
            days_ago=3,
            stage="reviewer",
            reasons=("materials_incomplete",),
            note="证件照片的右边缘被裁掉了，请拍下整张证件。",
        ),
    ),
    _failed(
        "shili-games.cn",
        "acme",
        Attempt(
            days_ago=2,
            stage="reviewer",
            reasons=("materials_unclear", "number_mismatch"),
            note="营业执照号码最后四位被印章遮住，请重新扫描。",
        ),
    ),
    _failed(
        "shili-shop.cn",
        "acme",
        Attempt(
            days_ago=3,
            number="91110108MAO01234XF",
            messages=("注册者证件号码填写有误，请输入与证件照片一致的证件号码",),
        ),
        tags=("电商",),
    ),
    _failed(
        "shili-name.cn",
        "acme",
        Attempt(days_ago=6, messages=("域名所有者名称与上传证件不一致，请检查后重新提交",)),
        registrant_name="北京示列科技有限公司",
    ),
    _failed(
        "shili-group.cn",
        "acme",
        Attempt(days_ago=4, messages=("提交材料与注册人信息不符，请检查后重新提交",)),
        registrant_name="北京示例科技（集团）有限公司",
    ),
    _failed(
        "shili-legal.cn",
        "acme",
        Attempt(
            days_ago=5,
            messages=("注册人组织证明资料上的机构名称与系统中的注册人组织名称不一致",),
        ),
        registrant_name="张示例",
    ),
    _failed(
        "lisample.cn",
        "li",
        Attempt(
            days_ago=11,
            messages=("注册人身份证明资料上的姓名与系统中的注册人姓名不一致",),
        ),
        registrant_name="李样夲",
    ),
    _failed(
        "shiyan-club.cn",
        "chen",
        Attempt(days_ago=14, messages=("证件电子信息核验不合格",)),
    ),
    _failed(
        "xinzheng.net.cn",
        "liu",
        Attempt(days_ago=1, messages=("注册者身份证明资料为新颁发证件",)),
        registered=3,
    ),
    _failed(
        "guoqi-cards.cn",
        "zhao",
        Attempt(
            days_ago=10,
            messages=("审核失败：证件已过期，请提交有效的证件图片；注册者资料不清晰",),
        ),
    ),
    _failed(
        "john-sample.cn",
        "john",
        Attempt(days_ago=16, messages=("提交资料显示为海外用户",)),
    ),
    _failed(
        "shili-hr.com.cn",
        "acme",
        Attempt(
            days_ago=13,
            messages=("注册者身份验证失败，请修改联系人选项为个人姓名后重新提交",),
        ),
        contact_name="示例科技人事部有限公司",
    ),
    _failed(
        "shili-lab.cn",
        "acme",
        Attempt(days_ago=2, messages=("核验系统繁忙（返回码 E-7731），本次不予通过",)),
        states=_CHANGE_FAILED,
        step=Step.FAILED_CHANGE,
    ),
)
