"""Where a cause is mended: the field that it is about, and the page that holds the field."""

from typing import Protocol

from django.urls import reverse

from domains.models import Domain
from templates_app.models import InfoTemplate
from verification.finding_fields import (
    ADDRESS,
    CONTACT,
    HOLDER,
    NUMBER,
    PHONE,
    PICTURES,
    REGION,
    TYPE,
    field_of,
)

# Nothing to correct: the document has to grow older.
_WAIT = "document_newly_issued"
_ANCHORS = {
    HOLDER: "id_name_zh_field",
    CONTACT: "id_contact_name_zh_field",
    TYPE: "id_document_type_field",
    NUMBER: "id_document_number_field",
    PICTURES: "id_materials_field",
    PHONE: "id_phone_country_code_field",
    ADDRESS: "id_address_zh_field",
    REGION: "id_province_field",
}
_OF_THE_FORM = frozenset({TYPE, NUMBER, PICTURES})


class Verified(Protocol):
    """Whoever is verified: a submission, or the page that makes one. Exactly one is set."""

    @property
    def template(self) -> InfoTemplate | None: ...
    @property
    def domain(self) -> Domain | None: ...


def fix_url(code: str, about: Verified) -> str:
    """The console's page with the field; "" where there is nothing to correct.

    A domain's holder can't be corrected: its way is the change of registrant (seed 003), so
    that it leads to the routes. A template's document must be what the template says, and is
    corrected there.
    """
    field = field_of(code)
    return "" if field is None or code == _WAIT else field_url(field, about)


def field_url(field: str, about: Verified) -> str:
    """The same by the field itself."""
    if about.domain is not None and field == HOLDER:
        return reverse("verification:reverify", args=[about.domain.name]) + "#routes-title"
    page = _page_of_domain(field, about) or _page_of_template(field, about)
    return f"{page}#{_ANCHORS[field]}"


def _page_of_domain(field: str, about: Verified) -> str:
    if about.domain is None:
        return ""
    name = about.domain.name
    if field in _OF_THE_FORM:
        return reverse("verification:reverify_resubmit", args=[name])
    return reverse("domains:contacts", args=[name])


def _page_of_template(field: str, about: Verified) -> str:
    if about.template is None:
        return ""
    view = "verification:submit_template" if field == PICTURES else "templates:edit"
    return reverse(view, args=[about.template.public_id])
