"""Which field of a form a finding is about (pure)."""

HOLDER = "holder_name"
CONTACT = "contact_name"
TYPE = "document_type"
NUMBER = "document_number"
PICTURES = "materials"
PHONE = "phone_country_code"
ADDRESS = "address"
REGION = "province"
FIELDS = (HOLDER, TYPE, NUMBER, PICTURES, CONTACT, PHONE, ADDRESS, REGION)

# Longest prefix first: a document's type is a field, its dates are seen in the picture.
_FIELDS: tuple[tuple[str, str], ...] = (
    ("document_type_", TYPE),
    ("document_", PICTURES),
    ("number_", NUMBER),
    ("region_code_", NUMBER),
    ("region_", REGION),
    ("name_", HOLDER),
    ("contact_", CONTACT),
    ("image_", PICTURES),
    ("material_", PICTURES),
    ("country_code_", PHONE),
    ("address_", ADDRESS),
    ("special_profession", TYPE),
    ("hukou_", PICTURES),
    ("overseas_", HOLDER),
)


def field_of(code: str) -> str | None:
    """The field that a finding is about; None for what no field holds."""
    return next((field for prefix, field in _FIELDS if code.startswith(prefix)), None)
