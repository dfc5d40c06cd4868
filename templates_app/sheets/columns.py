"""The columns of info templates in files."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import Text
from registrar.sheets.columns import Column
from templates_app.forms import TemplateForm
from templates_app.models import HolderType

# What may be left out: our suggestion stands in for it, or some countries have none.
_OPTIONAL = frozenset({"name_en", "contact_name_en", "address_en", "province", "postcode"})
_WIDE = frozenset({"name_zh", "name_en", "address_zh", "address_en", "email", "document_number"})
_EXAMPLES = {
    "name_zh": "北京示例科技有限公司",
    "contact_name_zh": "李晓彤",
    "phone_country_code": "86",
    "phone_number": "13800138000",
    "email": "domains@example.cn",
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "address_zh": "海淀区中关村大街27号1101室",
    "postcode": "100080",
    "document_type": "YYZZ",
    "document_number": "91110108MA01ABCD2E",
}


def _typed(name: str, label: Text) -> Column:
    return Column(
        field=name,
        label=label,
        required=name not in _OPTIONAL,
        example=_EXAMPLES.get(name, ""),
        width=28 if name in _WIDE else 16,
    )


_FIELDS = tuple(
    _typed(name, field.label)
    for name, field in TemplateForm.base_fields.items()
    if field.label is not None  # the token is hidden
)
_ID = Column(field="id", label=_("Template ID"), identifies=True, width=32)
_HOLDER_TYPE = Column(
    field="holder_type",
    label=_("Holder type"),
    required=True,
    example=HolderType.ORGANIZATION.label,
)
_STATE = Column(field="state", label=_("State"), read_only=True)
_VERSION = Column(field="version", label=_("Version"), read_only=True, width=8)
_MASKED = Column(
    field="document_number_masked", label=_("Document number (masked)"), read_only=True, width=24
)
_CREATED = Column(field="created_at", label=_("Created"), read_only=True, width=20)
_VERIFIED = Column(field="verified_at", label=_("Verified on"), read_only=True, width=20)

_TYPED = (_HOLDER_TYPE, *_FIELDS)
IMPORTED = (_ID, *_TYPED, _STATE, _VERSION, _MASKED, _CREATED, _VERIFIED)
# What somebody begins with who has nothing yet; and what leaves, the number masked.
BLANK = _TYPED
EXPORTED = (
    *(_ID, _STATE, _VERSION),
    *(column for column in _TYPED if column.field != "document_number"),
    *(_MASKED, _CREATED, _VERIFIED),
)
