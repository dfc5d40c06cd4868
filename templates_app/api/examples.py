"""Examples of the API document."""

from drf_spectacular.utils import OpenApiExample

_FIELDS = {
    "holder_type": "individual",
    "name_zh": "李晓明",
    "contact_name_zh": "李晓明",
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "address_zh": "朝阳区建国路88号",
    "postcode": "100022",
    "phone_country_code": "86",
    "phone_number": "13800138000",
    "email": "li@example.com",
    "document_type": "SFZ",
}
_ENGLISH = {
    "name_en": "Li Xiaoming",
    "contact_name_en": "Li Xiaoming",
    "address_en": "No. 88, Jianguo Road, Chaoyang District",
}

NEW_TEMPLATE = OpenApiExample(
    "A person, English names suggested",
    value=_FIELDS | {"document_number": "11010519491231002X"},
    request_only=True,
)
CHANGES = OpenApiExample(
    "Correct the number", value={"document_number": "11010519491231002X"}, request_only=True
)
TEMPLATE = OpenApiExample(
    "A template that is not verified yet",
    value={
        "id": "tpl_01k9x7q2m4e5r8t0v3w6y9z1ab",
        "state": "unverified",
        "version": 1,
        "previous": None,
        **_FIELDS,
        **_ENGLISH,
        "document_number_masked": "110***********002X",
        "warnings": [],
        "disabled_reason": None,
        "created_at": "2026-07-10T01:00:00+00:00",
        "updated_at": "2026-07-10T01:00:00+00:00",
        "verified_at": None,
    },
    response_only=True,
)
