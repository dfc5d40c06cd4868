"""Fields that no rule has anything to say about, and texts that nobody should type."""

from templates_app.rules.template_rules import TemplateFields

NUMBER = "11010519491231002X"
OTHER_NUMBER = "110105194912310038"
MASKED = "110***********002X"

PERSON = TemplateFields(
    holder_type="individual",
    name_zh="李晓明",
    name_en="Li Xiaoming",
    contact_name_zh="李晓明",
    contact_name_en="Li Xiaoming",
    country="CN",
    province="北京市",
    city="北京市",
    address_zh="朝阳区建国路88号",
    address_en="No. 88, Jianguo Road, Chaoyang District",
    postcode="100022",
    phone_country_code="86",
    phone_number="13800138000",
    email="li@acme.example",
    document_type="SFZ",
    document_number=NUMBER,
)

HOSTILE = [
    "\0",
    "a\0b",
    "长" * 10_000,
    "x" * 10_000,
    "😀",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "'; DROP TABLE x; --",
    "\u202e\u200b",
    "9" * 400,
    "-1",
]
