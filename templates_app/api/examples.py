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
DISABLED = OpenApiExample(
    "A template that is disabled",
    value=TEMPLATE.value | {"state": "disabled", "disabled_reason": "retired"},
    response_only=True,
)
REVEAL = OpenApiExample(
    "Why", value={"reason": "Ticket 4711: compare with the contract"}, request_only=True
)
REVEALED = OpenApiExample(
    "The number", value={"document_number": "11010519491231002X"}, response_only=True
)
TEXTS = OpenApiExample(
    "A person",
    value={"holder_type": "individual", "name_zh": "李晓明", "address_zh": "建国路88号"},
    request_only=True,
)
ENGLISH = OpenApiExample(
    "What to use",
    value={"name_en": "Li Xiaoming", "contact_name_en": "", "address_en": "No. 88, Jianguo Road"},
    response_only=True,
)
NUMBER = OpenApiExample(
    "A typing error",
    value={"document_type": "SFZ", "document_number": "110105194912310021"},
    request_only=True,
)
NUMBER_FINDINGS = OpenApiExample(
    "What is wrong with it",
    value={
        "findings": [
            {
                "code": "number_checksum_wrong",
                "level": "block",
                "message": "The check digit does not fit. Look for a mistyped digit.",
            }
        ]
    },
    response_only=True,
)
