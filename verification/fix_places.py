"""Where a cause is mended: the field that it is about, and the page that holds the field."""

from django.urls import reverse

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
from verification.models import Submission

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


def fix_url(code: str, submission: Submission) -> str:
    """The console's page with the field; "" where there is nothing to correct.

    A domain's holder can't be corrected: its way is the change of registrant (seed 003), so
    that it leads to the routes. A template's document must be what the template says, and is
    corrected there.
    """
    field = field_of(code)
    if field is None or code == _WAIT:
        return ""
    if submission.domain is not None and field == HOLDER:
        return reverse("verification:reverify", args=[submission.domain.name]) + "#routes-title"
    page = _page_of_domain(field, submission) or _page_of_template(field, submission)
    return f"{page}#{_ANCHORS[field]}"


def _page_of_domain(field: str, submission: Submission) -> str:
    if submission.domain is None:
        return ""
    name = submission.domain.name
    if field in _OF_THE_FORM:
        return reverse("verification:reverify_resubmit", args=[name])
    return reverse("domains:contacts", args=[name])


def _page_of_template(field: str, submission: Submission) -> str:
    if submission.template is None:
        return ""
    view = "verification:submit_template" if field == PICTURES else "templates:edit"
    return reverse(view, args=[submission.template.public_id])
