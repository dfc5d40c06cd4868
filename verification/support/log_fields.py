"""What the fields that support writes into the operation log are called."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of
from verification.languages import current_language
from verification.review.case_file import reason_titles

from .states import RequestState


def _reason(code: str) -> str:
    return reason_titles([code], current_language())[0]


SUPPORT_FIELDS = {
    "state": LoggedField(_("State"), one_of(RequestState.choices)),
    "verification": LoggedField(_("Verification")),
    "operation": LoggedField(_("Operation")),
    "domain": LoggedField(_("Domain")),
    "reason": LoggedField(_("Reason"), _reason),
    "assigned_to": LoggedField(_("Assigned to")),
}
