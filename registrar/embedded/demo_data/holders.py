"""An identity as the holder of a template or domain, with an invented address."""

from registrar.embedded.demo_data.identities import Identity
from templates_app.rules.template_rules import TemplateFields
from templates_app.tidy import tidy, with_english

_PLACES = {
    "hangzhou": ("浙江省", "杭州市", "浙江省杭州市西湖区样本路18号3幢402室", "310013"),
    "society": ("上海市", "上海市", "上海市浦东新区样例路66号", "200120"),
    "globex": ("上海市", "上海市", "上海市浦东新区环球路100号12楼", "200120"),
    "suzhou": ("江苏省", "苏州市", "江苏省苏州市姑苏区范例街9号", "215000"),
    "wang": ("广东省", "深圳市", "广东省深圳市宝安区范例路5号2栋1203室", "518000"),
}
_BEIJING = ("北京市", "北京市", "北京市海淀区示例大街8号样本大厦5层501室", "100080")


def template_fields(identity: Identity, *, email: str) -> TemplateFields:
    """Every field of an info template, the English ones as we would suggest them."""
    province, city, address, postcode = _PLACES.get(identity.key, _BEIJING)
    typed = TemplateFields(
        holder_type=identity.holder_type,
        name_zh=identity.name,
        name_en="",
        contact_name_zh=identity.contact_name,
        contact_name_en="",
        country="CN",
        province=province,
        city=city,
        address_zh=address,
        address_en="",
        postcode=postcode,
        phone_country_code="86",
        phone_number="13800138000",
        email=email,
        document_type=identity.document_type,
        document_number=identity.number,
    )
    return with_english(tidy(typed))
