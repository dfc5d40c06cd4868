"""Facts that a reason's guidance must keep, as words found in its Chinese and its English text.

From the help documents in docs/sources.md. An edit may say them otherwise: then it says so here.
"""

HUKOU = (("加盖公安局户口专用章的户籍证明", "落户"), ("household registration seal", "wait until"))
PROFESSION = (
    ("军人", "僧人", "18 位身份证号码", "CNNIC"),
    ("Soldiers", "monks", "18-digit", "CNNIC"),
)
CODS = (("www.cods.org.cn", "代码查询", "代码或名称"), ("www.cods.org.cn", "代码查询", "the name"))
WAITING = (("10 个自然日", "7-10 个工作日"), ("10 calendar days", "7-10 working days"))
CONFUSABLE = (
    ("0 与 O", "1 与 I", "8 与 B", "半角"),
    ("0 from O", "1 from I", "8 from B", "half-width"),
)
COPY = (("1-1",), ("(1-1)",))
MERGED = (("三证合一", "税务登记证"), ("merged licence", "tax registration"))
PICTURE = (
    ("四边", "国徽", "公章", "彩色", "涂抹"),
    ("four edges", "emblem", "seal", "colour", "painted over"),
)
SIZE = (
    ("55 KB", "1 MB", "5 MB", "重新扫描"),
    ("55 KB", "1 MB", "5 MB", "scan or photograph again"),
)
FORMAT = (
    ("JPG", "BMP", "PNG", "TIFF", "GIF", "WebP", "扩展名"),
    ("JPG", "BMP", "PNG", "TIFF", "GIF", "WebP", "extension"),
)
CN_SUFFIXES = (
    (".cn", ".中国", ".公司", ".网络", "CNNIC"),
    (".cn", ".中国", ".公司", ".网络", "CNNIC"),
)
CAPITALS = (("大小写", "缩写"), ("capitals", "abbreviation"))
RESTRICTED = (("中国", "国家", "中华", "全国", "China", "工信部"), ("全国", "China", "MIIT"))
APP = (("4.17.0", "iOS", "我的 > 设置 > 关于我们"), ("4.17.0", "iOS", "Me > Settings > About"))
BLACKLIST = (
    ("政党", "伟人", "暴力", "违禁药品", "色情"),
    ("political", "leaders", "violence", "drugs", "pornography"),
)
TICKET = (("工单", "截图"), ("support request", "screenshot"))
CREDIT_CODE = (
    ("18 位统一社会信用代码", "证件编号"),
    ("18-character", "certificate or registration"),
)
BRACKETS = (("括号", "半角", "联系客服"), ("brackets", "half-width", "contact support"))
HOLD_LIFT = (("1-3 个工作日", "1-2 个工作日"), ("1-3 working days", "1-2 working days"))

FACTS: tuple[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]], ...] = (
    ("electronic_check_failed", HUKOU),
    ("electronic_check_failed", PROFESSION),
    ("electronic_check_failed", BRACKETS),
    (
        "electronic_check_failed",
        (("空格", "形近字", "同音字"), ("space", "look-alikes", "homophones")),
    ),
    ("electronic_check_failed", CONFUSABLE),
    ("electronic_check_failed", CREDIT_CODE),
    ("electronic_check_failed", MERGED),
    ("electronic_check_failed", WAITING),
    ("electronic_check_failed", CODS),
    ("electronic_check_failed", (("www.gsxt.gov.cn",), ("www.gsxt.gov.cn",))),
    ("electronic_check_failed", (("临近到期",), ("about to expire",))),
    ("electronic_check_failed", PICTURE),
    ("electronic_check_failed", (("水印",), ("watermark",))),
    ("electronic_check_failed", FORMAT),
    ("electronic_check_failed", SIZE),
    ("electronic_check_failed", TICKET),
    ("registrant_name_mismatch", CONFUSABLE),
    ("registrant_name_mismatch", COPY),
    ("registrant_name_mismatch", BRACKETS),
    ("registrant_name_mismatch", (("简称", "缩写"), ("abbreviation",))),
    ("registrant_name_mismatch", (("法定代表人",), ("legal representative",))),
    ("registrant_name_mismatch", (("多音字", "生僻字"), ("several readings", "rare"))),
    (
        "registrant_name_mismatch",
        (
            ("新建信息模板", "过户", "1-3 个工作日"),
            ("new info template", "change of registrant", "1-3 working days"),
        ),
    ),
    ("materials_missing", (("身份证或护照",), ("ID card of mainland China or a passport",))),
    (
        "materials_missing",
        (
            ("营业执照", "统一社会信用代码证书", "组织机构代码证"),
            ("business licence", "credit code certificate", "organisation code certificate"),
        ),
    ),
    ("materials_incomplete", (("四边边框", "国徽", "公章"), ("four edges", "emblem", "seal"))),
    (
        "materials_rejected",
        (("18 位统一社会信用代码", "户籍证明"), ("18-character", "household certificate")),
    ),
    ("materials_rejected", (("境外", "“其他”", "“护照”"), ("abroad", "“other”", "“passport”"))),
    ("authority_upload_failed", FORMAT),
    ("authority_upload_failed", SIZE),
    ("authority_upload_failed", PICTURE),
    ("authority_upload_failed", CONFUSABLE),
    ("authority_upload_failed", TICKET),
    ("police_record_mismatch", HUKOU),
    ("police_record_mismatch", PROFESSION),
    ("overseas_registrant", CN_SUFFIXES),
    ("overseas_registrant", CAPITALS),
    ("overseas_registrant", (("国际站",), ("international site",))),
    ("document_newly_issued", WAITING),
    ("document_newly_issued", CODS),
    ("document_newly_issued", (("www.gsxt.gov.cn",), ("www.gsxt.gov.cn",))),
    ("contact_parameters_invalid", (("86", "区号", "默认值"), ("86", "area code", "default"))),
    ("contact_not_a_person", (("法定代表人",), ("legal representative",))),
    (
        "document_type_or_number_length",
        (
            ("头像和号码", "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证"),
            ("portrait and number", "passport", "Hong Kong and Macau", "Taiwan"),
        ),
    ),
    ("document_type_or_number_length", (("18 位",), ("18-character", "mandatory"))),
    ("document_type_mismatch", MERGED),
    ("document_image_mismatch", CREDIT_CODE),
    ("materials_unclear", (("水印",), ("watermark",))),
    ("materials_unclear", PICTURE),
    ("image_unrecognisable", PICTURE),
    ("image_format_or_size", FORMAT),
    ("image_format_or_size", SIZE),
    (
        "image_format_or_size",
        (("Option", "工具 > 调整大小", "导出"), ("Option", "Tools > Adjust Size", "Export")),
    ),
    (
        "image_format_or_size",
        (("属性", "画图", "另存为 > JPEG"), ("Properties", "Paint", "Save as > JPEG")),
    ),
    ("number_mismatch", CREDIT_CODE),
    ("identity_fields_malformed", CAPITALS),
    ("identity_fields_malformed", COPY),
    ("identity_fields_malformed", (("所属地区", "门牌号"), ("region", "house number"))),
    ("registry_query_mismatch", CODS),
    ("registry_query_mismatch", HUKOU),
    ("registry_query_mismatch", PROFESSION),
    ("document_expired", CODS),
    ("review_timeout", (("7 个工作日",), ("7 working days",))),
    ("qr_page_unreachable", APP),
    ("illegal_parameter", APP),
    ("product_type_empty", APP),
    ("upload_stalled", (("Wi-Fi", "移动数据"), ("Wi-Fi", "mobile data"))),
    (
        "upload_not_saved",
        (("虚线框", "使用照片", "4 MB", "现场拍摄"), ("dashed frame", "Use photo", "4 MB", "live")),
    ),
    (
        "face_not_matching_record",
        (("本人", "光线充足"), ("responsible for the site", "good light")),
    ),
    (
        "naming_review_failed",
        (
            ("《中国互联网络域名管理办法》", "serverHold", ".cn", "删除并退款"),
            ("serverHold", ".cn", "deleted and refunded"),
        ),
    ),
    ("domain_not_in_console", (("3100", "Chrome", "赎回"), ("3100", "Chrome", "redemption"))),
    ("history_risk", (("QQ", "微信", "urlsec.qq.com"), ("QQ", "WeChat", "urlsec.qq.com"))),
    ("restricted_word", BLACKLIST),
    ("restricted_word", RESTRICTED),
    ("transfer_in_failed", (("5-7 个工作日",), ("5-7 working days",))),
    ("transfer_in_failed", RESTRICTED),
    ("transfer_cancelled", (("操作日志",), ("operation log",))),
    (
        "transfer_error",
        (
            ("60 天", "15 天", "clientTransferProhibited", "clientUpdateProhibited"),
            ("60 days", "15 days", "clientTransferProhibited", "clientUpdateProhibited"),
        ),
    ),
    ("client_hold", (("邮箱验证", "整改"), ("e-mail", "abuse"))),
    ("server_hold", HOLD_LIFT),
    (
        "subject_restricted",
        (("注册局", "工信部", "司法", "仲裁"), ("registry", "MIIT", "judicial", "arbitration")),
    ),
    ("site_unreachable", (("24-48 小时", "备案"), ("24-48 hours", "filing"))),
    (
        "renewal_failed",
        (("3-7 天", "15 个自然日", "余额"), ("3-7 days", "15 calendar days", "balance")),
    ),
    (
        "account_has_domains",
        (("账号间转移", "转出", "到期"), ("another account", "transfer them out", "expire")),
    ),
)
