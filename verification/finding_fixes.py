"""What to do about each finding: one sentence, in our own words, from the seeds' advice."""

from collections.abc import Mapping
from types import MappingProxyType

from verification.catalogue.model import Text

_ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "name_mismatch",
        "逐字核对名称与证件，留意形近字、同音字，不要用简称。",
        "Compare the name with the document character by character; no abbreviations.",
    ),
    ("name_contains_space", "删除名称中的空格。", "Delete the spaces in the name."),
    (
        "name_fullwidth_brackets",
        "把名称中的括号改为半角 ( )。",
        "Type the brackets in the name half-width: ( ).",
    ),
    (
        "name_is_legal_representative",
        "持有者填写组织全称，法定代表人填在联系人处。",
        "Name the organisation as holder and its legal representative as contact.",
    ),
    (
        "name_language_mismatch",
        "按证件上的语言填写名称，英文证件填英文名称。",
        "Write the name in the document's language.",
    ),
    (
        "name_translation_mismatch",
        "核对英文或拼音名称，注意多音字姓氏。",
        "Check the romanised name; mind surnames with several readings.",
    ),
    (
        "number_mismatch",
        "对照证件重新输入号码。",
        "Type the number again from the document.",
    ),
    (
        "number_confusable",
        "区分数字 0 与字母 O、1 与 I、8 与 B、2 与 Z。",
        "Tell the digits 0, 1, 8, 2 from the letters O, I, B, Z.",
    ),
    (
        "number_checksum",
        "号码有误，请对照证件逐位检查。",
        "A character is wrong: check each one against the document.",
    ),
    (
        "number_length",
        "数一数号码位数，不要漏填或多填。",
        "Count the characters: none may be missing or added.",
    ),
    (
        "number_not_halfwidth",
        "切换到英文输入法重新输入号码。",
        "Type the number with the keyboard set to English.",
    ),
    ("number_contains_space", "删除号码中的空格。", "Delete the spaces in the number."),
    (
        "number_copy_suffix",
        "去掉号码后的副本编号，如（1-1）。",
        "Leave out the copy's suffix, such as (1-1).",
    ),
    (
        "number_wrong_field",
        "填写统一社会信用代码，不要填证书编号或注册号。",
        "Give the unified social credit code, not a serial or registration number.",
    ),
    (
        "region_code_unknown",
        "核对号码前六位的地区代码。",
        "Check the region code: the first six digits.",
    ),
    (
        "document_type_mismatch",
        "选择与图片相同的证件类型，或上传所选类型的证件。",
        "Choose the type that the picture shows, or upload the chosen document.",
    ),
    (
        "document_type_not_allowed",
        "换用列表中适合该持有者的证件类型。",
        "Use a document type that suits the holder.",
    ),
    (
        "document_type_superseded",
        "已三证合一的，请选择营业执照并填写统一社会信用代码。",
        "Choose the merged business licence and its unified social credit code.",
    ),
    (
        "document_expired",
        "换上有效期内的证件。",
        "Use a document that is still valid.",
    ),
    (
        "document_near_expiry",
        "证件临近到期，建议换领新证后再提交。",
        "The document ends soon: better submit the renewed one.",
    ),
    (
        "document_newly_issued",
        "等够审核机构的期限再提交：颁发或变更后 10 个自然日，或 7-10 个工作日。",
        "Wait as long as the review body wants: 10 calendar days, or 7-10 working days, after "
        "issue or change.",
    ),
    ("material_missing", "上传证件图片。", "Upload a picture of the document."),
    (
        "image_format_unsupported",
        "用图片软件另存为 JPG，不要只改扩展名。",
        "Save the picture as JPG in a picture program; renaming is not enough.",
    ),
    (
        "image_extension_mismatch",
        "扩展名与内容不符，请另存为 JPG 后上传。",
        "Save the picture as JPG: its extension says something else.",
    ),
    (
        "image_too_small",
        "重新扫描或拍照，图片应不小于 55 KB；放大原图没有用。",
        "Scan or photograph again, at least 55 KB; enlarging the file does not help.",
    ),
    (
        "image_too_large",
        "压缩图片，保持文字清晰。",
        "Make the picture smaller, its text still legible.",
    ),
    (
        "image_corrupt",
        "图片打不开，请重新制作并上传。",
        "The picture can't be opened: make a new one.",
    ),
    (
        "image_low_resolution",
        "用更高分辨率扫描，或靠近证件重拍。",
        "Scan at a higher resolution, or take the photo closer.",
    ),
    (
        "image_not_color",
        "上传彩色扫描件或原件照片。",
        "Upload a colour scan or a photo of the original.",
    ),
    (
        "image_blurry",
        "对焦后重拍，光线充足，手持稳定。",
        "Take it again: in focus, in good light, held still.",
    ),
    (
        "image_incomplete",
        "拍全证件四边边框。",
        "Show the whole document with all four borders.",
    ),
    (
        "image_obstructed",
        "避免手指遮挡和反光后重拍。",
        "Take it again without fingers or glare over the text.",
    ),
    (
        "image_watermarked",
        "上传不带水印的图片。",
        "Upload a picture without a watermark.",
    ),
    (
        "image_unreadable",
        "换一张文字清晰可辨的图片。",
        "Use a picture whose text can be read.",
    ),
    (
        "image_wrong_side",
        "上传证件的人像面或正页。",
        "Upload the side with the portrait.",
    ),
    (
        "contact_not_person",
        "联系人改为个人姓名，组织建议填法定代表人。",
        "Name a person as contact, for an organisation its legal representative.",
    ),
    (
        "country_code_invalid",
        "国家代码填 86，不要填国内区号。",
        "The country code of China is 86, not an area code.",
    ),
    (
        "field_characters_invalid",
        "删除特殊符号和表情后重试。",
        "Delete special characters and emoji.",
    ),
    (
        "address_incomplete",
        "补充街道和门牌号。",
        "Add street and house number.",
    ),
    (
        "region_mismatch",
        "让所在地区与详细地址一致。",
        "Make region and address fit each other.",
    ),
    ("email_unverified", "先完成邮箱验证。", "Verify the e-mail address first."),
    ("phone_unverified", "先完成手机验证。", "Verify the phone number first."),
    (
        "overseas_registrant",
        "改用中国大陆或港澳台的持有者和证件。",
        "Use a holder and document of the mainland, Hong Kong, Macau or Taiwan.",
    ),
    (
        "cn_overseas_unsupported",
        "境外持有者请换用 .com 等其他后缀。",
        "Holders from overseas: use another suffix, such as .com.",
    ),
    (
        "special_profession",
        "军人、僧人等请换用其他证件类型。",
        "Soldiers, monks and the like: use another type of document.",
    ),
    (
        "hukou_in_transfer",
        "户口迁移完成后再提交。",
        "Submit after the household registration has moved.",
    ),
    (
        "subject_restricted",
        "该主体受限，请换用其他主体或联系我们。",
        "This subject is restricted: use another or contact us.",
    ),
    ("restricted_word", "换一个不含限制词的名称。", "Choose a name without restricted words."),
)

FIXES: Mapping[str, Text] = MappingProxyType({code: Text(zh, en) for code, zh, en in _ROWS})
