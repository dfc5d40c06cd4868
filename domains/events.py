"""What programs are told of domains."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.operation_events import OPERATION_EVENTS
from domains.service_status import SERVICE_STATUSES
from domains.states import RealName
from registrar.accounts.permissions import Permission
from registrar.events.event_type import Data, EventField, EventType, Words
from registrar.events.fields import code, codes, public_id
from registrar.events.making import changed_fields, event_type, from_entry, if_changed
from registrar.oplog.models import LogEntry

_type = partial(event_type, scope=Permission.DOMAINS_READ, example="example.com")
_STATUS = code("service_status", _("Status now."), "verified", SERVICE_STATUSES)
_STATUS_WAS = code(
    "previous_service_status", _("Status before."), "verification_in_review", SERVICE_STATUSES
)
_MOVES_STATUS = (
    *(f"domain.verification_{verb}" for verb in ("entered", "failed", "left", "passed", "resumed")),
    "domain.statuses_changed",
    *(f"operation.{verb}" for verb in ("requested", "submitted", "succeeded", "failed")),
    "operation.cancelled",
)


def _domain_of(entry: LogEntry, about: Any) -> str:
    """Entries are about the domain itself, or about an operation on it."""
    return str(about.domain.name) if entry.object_type == "operation" else entry.object_id


def _moved_status(entry: LogEntry, about: Any) -> Data | None:
    if "service_status" not in entry.after:
        return None
    return from_entry("service_status")(entry, about) | _by_operation(entry)


def _by_operation(entry: LogEntry) -> Data:
    return {"operation": entry.object_id} if entry.object_type == "operation" else {}


def _changed_registrant(entry: LogEntry, about: Any) -> Data | None:
    """A change of registrant has succeeded; other operations leave the template as it is."""
    if "template" not in entry.after:
        return None
    return from_entry("template")(entry, about) | _by_operation(entry)


def _verification(verb: str, title: Words, description: Words, was_now: Sequence[str]) -> EventType:
    was, now = was_now
    status = partial(code, values=RealName.values)
    return _type(
        f"domain.verification_{verb}",
        title,
        description,
        status("real_name_status", _("Real-name verification now."), now),
        status("previous_real_name_status", _("Real-name verification before."), was),
        make_data=from_entry(real_name="real_name_status"),
    )


_OPERATION = public_id(
    "operation",
    _("The operation that did it, if one did."),
    "op_01k2h5zq3ye8n9t6m4x7r1c0vb",
    always=False,
)


def _template(name: str, words: Words) -> EventField:
    return public_id(name, words, "tpl_01k2h5zq3ye8n9t6m4x7r1c0vb", always=False)


EVENTS = (
    _type("domain.added", _("Domain added"), _("The account holds a domain more.")),
    _type(
        "domain.updated",
        _("Domain settings changed"),
        _("Tags or automatic renewal were changed."),
        codes("changed", _("The fields that have changed."), ["auto_renew"]),
        make_data=changed_fields,
    ),
    _type(
        "domain.status_changed",
        _("Service status changed"),
        _(
            "The one word that sums up how the domain stands is another one. It comes beside the "
            "event that says what happened."
        ),
        _STATUS,
        _STATUS_WAS,
        _OPERATION,
        make_data=_moved_status,
        actions=_MOVES_STATUS,
        named=_domain_of,
    ),
    _type(
        "domain.epp_statuses_changed",
        _("EPP statuses changed"),
        _("The registry shows other statuses, such as a hold that was lifted."),
        codes("epp_statuses", _("Statuses now."), ["clientTransferProhibited"]),
        codes("previous_epp_statuses", _("Statuses before."), ["serverHold"]),
        make_data=if_changed("epp_statuses"),
        actions=("domain.statuses_changed", "operation.succeeded"),
        named=_domain_of,
    ),
    _type(
        "domain.registrant_changed",
        _("Registrant changed"),
        _("A change of registrant has succeeded: the domain has the holder of another template."),
        _template("template", _("The info template now.")),
        _template("previous_template", _("The info template before.")),
        _OPERATION,
        make_data=_changed_registrant,
        actions=("operation.succeeded",),
        named=_domain_of,
    ),
    _verification(
        "entered",
        _("Domain entered verification"),
        _("Materials were submitted for its holder."),
        ("unverified", "in_review"),
    ),
    _verification(
        "passed",
        _("Domain verified"),
        _("Its holder is verified. A hold of the registry is lifted some time later."),
        ("in_review", "verified"),
    ),
    _verification(
        "failed",
        _("Domain failed verification"),
        _("The event of the verification itself names the reasons."),
        ("in_review", "failed"),
    ),
    _verification(
        "left",
        _("Domain left verification"),
        _("The verification was withdrawn."),
        ("in_review", "unverified"),
    ),
    _verification(
        "resumed",
        _("Domain back in verification"),
        _("A reviewer has taken a failure back."),
        ("failed", "in_review"),
    ),
    *OPERATION_EVENTS,
)

SILENT = {"domain.exported": "a look at what is there; nothing changes"}
