"""What the fields that this app writes into the operation log are called."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, as_moment, one_of
from templates_app.names_of import document_type_name

from .answer_texts import ANSWERS
from .asking.items import item_of
from .languages import current_language
from .models.material import MaterialKind
from .review.case_file import finding_titles, reason_titles
from .states import FailureStage, SubmissionState, shown_state
from .waiting.states import ReminderState


def _reason(code: str) -> str:
    return reason_titles([code], current_language())[0]


def _warning(code: str) -> str:
    return finding_titles([code], current_language())[0]


def _told_state(code: str) -> str:
    return shown_state(code).value if code in SubmissionState.values else code


SUBMISSION_FIELDS = {
    "state": LoggedField(_("State"), one_of(SubmissionState.choices), told=_told_state),
    "stage": LoggedField(_("Failed at"), one_of(FailureStage.choices)),
    "document_type": LoggedField(_("Document type"), document_type_name),
    "number": LoggedField(_("Document number")),
    "materials": LoggedField(_("Pictures")),
    "confirmed_warnings": LoggedField(_("Confirmed by the user"), _warning),
    "reasons": LoggedField(_("Reasons"), _reason),
    "asked": LoggedField(_("Asked for"), lambda code: str(item_of(code).title)),
    "raw_messages": LoggedField(_("Message")),
    "unknown_messages": LoggedField(_("Unknown messages")),
    "deadline": LoggedField(_("Answer due"), as_moment),
    "question": LoggedField(_("Question"), _warning),
    "answer": LoggedField(_("Answer"), one_of(ANSWERS)),
    "reviewer": LoggedField(_("Reviewer"), staff_only=True),
    "assigned_to": LoggedField(_("Assigned to"), staff_only=True),
    "lease_until": LoggedField(_("Claim held until"), as_moment, staff_only=True),
}
REMINDER_FIELDS = {
    "state": LoggedField(_("State"), one_of(ReminderState.choices)),
    "issued_on": LoggedField(_("Document issued or changed on")),
    "due_on": LoggedField(_("First safe day")),
}
MATERIAL_FIELDS = {
    "kind": LoggedField(_("Picture shows"), one_of(MaterialKind.choices)),
    "format": LoggedField(_("Format"), str.upper),
    "bytes": LoggedField(_("Size"), filesizeformat),
}
PRECHECK_FIELDS = {"materials": LoggedField(_("Pictures"))}
POLICY_FIELDS = {
    "four_eyes": LoggedField(_("four eyes")),
    "due_hours": LoggedField(_("working hours to decide in")),
}
