"""Codes of the API as words for people. What is not listed is shown as it comes."""

from registrar.client.texts import gettext
from registrar.client.texts import gettext_noop as _

_LABELS = {
    "active": _("active"),
    "at_authority": _("at the authority"),
    "awaiting_identity": _("awaiting identity check"),
    "block": _("blocks"),
    "by_hand": _("by hand"),
    "cancelled": _("cancelled"),
    "change_registrant": _("change of registrant"),
    "confirmed": _("confirmed"),
    "disabled": _("disabled"),
    "disputed": _("disputed"),
    "done": _("done"),
    "draft": _("draft"),
    "edit_contacts": _("change of contacts"),
    "expired": _("expired"),
    "failed": _("failed"),
    "finished": _("finished"),
    "in_review": _("in review"),
    "individual": _("individual"),
    "info": _("for your information"),
    "leave_out": _("left out"),
    "more_wanted": _("the reviewer asks for more"),
    "naming_failed": _("naming check failed"),
    "naming_in_review": _("naming check in review"),
    "on_hold": _("on hold"),
    "organization": _("organization"),
    "passed": _("passed"),
    "pending_delete": _("pending delete"),
    "planned": _("planned"),
    "push_pending": _("push pending"),
    "queued": _("queued"),
    "redemption": _("redemption"),
    "refused": _("refused"),
    "registering": _("registering"),
    "registrant_change_in_review": _("change of registrant in review"),
    "resubmit": _("corrected materials"),
    "resubmit_unchanged": _("the same materials again"),
    "ruled_out": _("ruled out"),
    "running": _("running"),
    "set_locks": _("change of locks"),
    "skipped": _("skipped"),
    "submitted": _("submitted"),
    "succeeded": _("succeeded"),
    "transfer_in_pending": _("transfer in pending"),
    "transfer_out_pending": _("transfer out pending"),
    "unknown": _("to be checked"),
    "unverified": _("unverified"),
    "verification_failed": _("verification failed"),
    "verification_in_review": _("verification in review"),
    "verified": _("verified"),
    "wait": _("wait"),
    "warn": _("to be confirmed"),
    "withdrawn": _("withdrawn"),
}


def label(code: str) -> str:
    known = _LABELS.get(code)
    return gettext(known) if known else code
