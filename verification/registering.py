"""What verification adds to the pages below it; called from AppConfig.ready()."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from domains.failures import register_failure_explainer, register_failure_listener
from domains.timeline import register_timeline_source
from registrar import public_ids
from registrar.accounts.permissions import Permission
from registrar.batches.kinds import register_batch_kind
from registrar.console.navigation import NavItem, register
from registrar.console.object_panels import register_object_panel
from registrar.console.panels import register_panel
from registrar.console.search import Hit, register_source
from registrar.events.catalogue import register_events, register_silent
from registrar.notices.kinds import register_kinds
from registrar.oplog.actions import register_actions
from registrar.oplog.fields import register_fields
from registrar.oplog.reasons import register_reasons
from registrar.tenancy.context import require_actor
from templates_app.gates import submit_blockers
from templates_app.models import InfoTemplate
from templates_app.ways_in import WayIn, register_way_in
from verification.asking.panels import asked_of_account, asked_of_domain
from verification.batching.kind import VerificationsKind
from verification.events import EVENTS, SILENT
from verification.failures import explain_messages
from verification.languages import current_language
from verification.log_actions import ACTIONS, REASONS
from verification.log_fields import (
    MATERIAL_FIELDS,
    POLICY_FIELDS,
    PRECHECK_FIELDS,
    REMINDER_FIELDS,
    SUBMISSION_FIELDS,
)
from verification.messages.queueing import note_unknown
from verification.messages.states import MessageSource
from verification.models import Submission
from verification.notices import notice_kinds
from verification.progress import timeline_of
from verification.selectors import latest_for, submissions
from verification.state_tones import STATE_TONES
from verification.waiting.events import EVENTS as REMINDER_EVENTS


def register_all() -> None:
    register_actions(ACTIONS)
    register_events([*EVENTS, *REMINDER_EVENTS])
    register_silent(SILENT)
    register_reasons(REASONS)
    register_fields("submission", SUBMISSION_FIELDS)
    register_fields("material", MATERIAL_FIELDS)
    register_fields("precheck", PRECHECK_FIELDS)
    register_fields("reminder", REMINDER_FIELDS)
    register_fields("review_policy", POLICY_FIELDS)
    register(
        NavItem(
            key="verifications",
            label=_("Verifications"),
            url_name="verification:list",
            icon="shield-check",
            order=40,
            permission=Permission.VERIFICATIONS_READ,
        )
    )
    register(
        NavItem(
            key="failure_reasons",
            label=_("Failure reasons"),
            url_name="verification:reasons",
            icon="book-open",
            order=45,
            permission=Permission.VERIFICATIONS_READ,
        )
    )
    register_source("verifications", _("Verifications"), find_submissions)
    register_object_panel(
        "template.detail", "verification", 10, "verification/panels/latest_submission.html", panel
    )
    register_object_panel(
        "domain.detail", "asked", 5, "verification/panels/asked_domain.html", asked_of_domain
    )
    register_panel("asked", 10, "verification/panels/asked.html", asked_of_account)
    register_way_in(
        WayIn(
            key="from_picture",
            label=_("Fill from a picture"),
            url_name="verification:from_picture",
            icon="scan-text",
            permissions=(Permission.TEMPLATES_WRITE, Permission.MATERIALS_WRITE),
        )
    )
    register_failure_explainer(explain_raw)
    register_kinds(notice_kinds())
    register_batch_kind(VerificationsKind())
    register_failure_listener(queue_unknown)
    register_timeline_source("verification", timeline_of)


def find_submissions(query: str, limit: int) -> list[Hit]:
    """By holder name, or by id; nothing for those who may not see submissions."""
    if not require_actor().may(Permission.VERIFICATIONS_READ):
        return []
    uid = public_ids.decode(Submission.id_prefix, query)
    rows = submissions()
    found = rows.filter(uid=uid) if uid else rows.filter(holder_name__icontains=query)
    return [
        Hit(
            title=row.holder_name,
            sub=str(row.shown_state.label),
            url=reverse("verification:detail", args=[row.public_id]),
        )
        for row in found.order_by("-created_at", "-id")[:limit]
    ]


def panel(request: HttpRequest, template: InfoTemplate) -> dict[str, Any] | None:
    """The latest submission of a template, and the way to the next."""
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.may(Permission.VERIFICATIONS_READ):
        return None
    latest = latest_for(template=template)
    may_submit = actor.may(Permission.VERIFICATIONS_WRITE)
    return {
        "submission": latest,
        "tone": STATE_TONES[latest.state] if latest else "muted",
        "template_id": template.public_id,
        "can_submit": may_submit and not submit_blockers(template.state),
    }


def queue_unknown(messages: Sequence[str]) -> None:
    """Ask staff about what the catalogue doesn't know of a registry's messages."""
    note_unknown(messages, MessageSource.OPERATION)


def explain_raw(messages: Sequence[str]) -> list[dict[str, Any]]:
    """The registry's messages, explained by the catalogue in the reader's language."""
    return [dict(reason) for reason in explain_messages(messages, current_language())]
