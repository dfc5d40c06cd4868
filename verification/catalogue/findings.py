"""The finding codes: what a check can find wrong, with default level and title.

The same codes serve the pre-check, the diagnosis and the API. An authority's
profile may set another level.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from verification.catalogue.model import Text

# block: submission refused. warn: may go on after confirming. info: told only.
Level = Literal["block", "warn", "info"]


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A finding code with its default level and its short title."""

    code: str
    level: Level
    title: Text


_ROWS: tuple[tuple[str, Level, str, str], ...] = (
    ("name_mismatch", "block", "名称与证件不一致", "Name differs from the document"),
    ("name_contains_space", "block", "中文名称含空格", "Space in a Chinese name"),
    ("name_fullwidth_brackets", "warn", "名称括号全角/半角不符", "Brackets of the wrong width"),
    (
        "name_is_legal_representative",
        "block",
        "组织名称填成了法定代表人",
        "Legal representative typed as holder",
    ),
    ("name_language_mismatch", "block", "名称语言与证件不符", "Name in the wrong language"),
    ("name_translation_mismatch", "warn", "中英文名称不对应", "Romanised name does not fit"),
    ("number_mismatch", "block", "证件号码与证件不一致", "Number differs from the document"),
    ("number_confusable", "warn", "号码含易混淆字符", "Easily confused characters in number"),
    ("number_checksum", "block", "证件号码校验位错误", "Check digit wrong"),
    ("number_length", "block", "证件号码位数不对", "Wrong number of characters"),
    ("number_not_halfwidth", "block", "证件号码含全角字符", "Full-width characters in number"),
    ("number_contains_space", "block", "证件号码含空格", "Space in number"),
    ("number_copy_suffix", "block", "号码带有执照副本编号", "Licence copy suffix in number"),
    ("number_wrong_field", "block", "填成了其他编号", "Another number typed here"),
    ("region_code_unknown", "warn", "号码地区代码未收录", "Region code not in the table"),
    (
        "document_type_mismatch",
        "block",
        "证件类型与图片不符",
        "Picture shows another document type",
    ),
    (
        "document_type_not_allowed",
        "block",
        "此处不接受该证件类型",
        "Document type not accepted here",
    ),
    (
        "document_type_superseded",
        "warn",
        "应选三证合一后的营业执照",
        "Merged licence should be chosen",
    ),
    ("document_expired", "block", "证件已过期", "Document expired"),
    ("document_near_expiry", "warn", "证件临近到期", "Document about to expire"),
    ("document_newly_issued", "warn", "证件新办或刚变更", "Document issued recently"),
    ("material_missing", "block", "缺少证件图片", "Required picture missing"),
    ("image_format_unsupported", "block", "图片格式不支持", "Picture format not supported"),
    (
        "image_extension_mismatch",
        "info",
        "扩展名与图片内容不符",
        "Extension does not fit the content",
    ),
    ("image_too_small", "block", "图片文件过小", "Picture file too small"),
    ("image_too_large", "info", "图片文件过大", "Picture file too large"),
    ("image_corrupt", "block", "图片损坏", "Picture damaged"),
    ("image_low_resolution", "block", "图片分辨率过低", "Too few pixels to read"),
    ("image_not_color", "block", "图片不是彩色", "Picture not in colour"),
    ("image_blurry", "block", "图片模糊", "Picture blurred"),
    ("image_incomplete", "block", "证件未拍全", "Document cut off"),
    ("image_obstructed", "block", "证件被遮挡或反光", "Document covered or glaring"),
    ("image_watermarked", "block", "图片带有水印", "Watermark on the picture"),
    ("image_unreadable", "block", "无法读出关键信息", "Key fields can't be read"),
    ("image_wrong_side", "block", "证件面拍反", "Wrong side of the document"),
    ("contact_not_person", "block", "联系人不是个人姓名", "Contact is not a person"),
    ("country_code_invalid", "block", "国家代码有误", "Country code invalid"),
    (
        "field_characters_invalid",
        "block",
        "含注册局不接受的字符",
        "Characters the registry refuses",
    ),
    ("address_incomplete", "warn", "地址不完整", "Address incomplete"),
    ("region_mismatch", "warn", "所属地区与地址不符", "Region does not fit the address"),
    ("email_unverified", "block", "邮箱未验证", "E-mail not verified"),
    ("phone_unverified", "block", "手机未验证", "Phone not verified"),
    ("overseas_registrant", "block", "持有者在支持地区之外", "Holder outside supported regions"),
    (
        "cn_overseas_unsupported",
        "block",
        "该后缀不支持境外持有者",
        "Suffix not open to overseas holders",
    ),
    ("special_profession", "info", "可能属于特殊职业", "Holder may be in a special profession"),
    ("hukou_in_transfer", "info", "户口可能正在迁移", "Household registration may be moving"),
    ("subject_restricted", "block", "主体受限", "Subject restricted"),
    ("restricted_word", "block", "含限制词汇", "Restricted word"),
)

FINDING_CODES: Mapping[str, FindingCode] = MappingProxyType(
    {code: FindingCode(code, level, Text(zh, en)) for code, level, zh, en in _ROWS}
)
