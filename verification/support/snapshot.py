"""What goes with a request: everything known about the failure, as it was when it was sent.

Plain JSON under a `version`, so that later releases can still read what earlier ones wrote.
The document number is masked, pictures are named by their ids only.
"""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet

from domains.models import Domain, Operation
from domains.selectors.operations import recent_operations_of
from domains.states import ENDED
from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from verification.catalogue.catalogue import reasons
from verification.catalogue.model import Language
from verification.failure_types import ExplainedReason
from verification.failures import codes_of, explain, explain_messages, failure_of
from verification.languages import current_language
from verification.materials_rules import profile_for_suffix
from verification.messages.mappings import classify_all
from verification.models import Submission
from verification.selectors import materials_of, submissions

from .about import About

VERSION = 1
_LANGUAGES: tuple[Language, ...] = ("zh-hans", "en")
_MOST_ATTEMPTS = 10


def attached_to(about: About, *, actor: Actor) -> dict[str, Any]:
    """The snapshot, in the language of whoever reads now and in the other one."""
    messages = _messages(about)
    submission, operation, domain = about.submission, about.operation, about.domain
    known = {
        "version": VERSION,
        "language": current_language(),
        "messages": messages,
        "unknown": _unknown(messages),
        "note": submission.note_to_user if submission else "",
        "reasons": {language: _reasons(about, language) for language in _LANGUAGES},
        "submission": _submission(submission) if submission else None,
        "operation": _operation(operation) if operation else None,
        "domain": _domain(domain) if domain else None,
        "attempts": _attempts(about, actor),
    }
    plain: dict[str, Any] = json.loads(json.dumps(known, cls=DjangoJSONEncoder))
    return plain


def _messages(about: About) -> list[str]:
    """Verbatim, each once."""
    said: list[str] = [about.message] if about.message else []
    for source in (about.submission, about.operation):
        said += source.raw_messages if source else []
    return list(dict.fromkeys(said))


def _unknown(messages: list[str]) -> list[str]:
    known = zip(messages, classify_all(messages), strict=True)
    return [text for text, found in known if found.unknown]


def _reasons(about: About, language: Language) -> list[dict[str, Any]]:
    """Explained as the customer sees them, with the verdict of each cause."""
    failure = failure_of(about.submission, language) if about.submission else None
    found: list[ExplainedReason] = [*failure["reasons"]] if failure else []
    if about.operation:
        found += explain_messages(about.operation.raw_messages, language)
    if about.message:
        found += explain_messages([about.message], language)
    if about.reason in reasons():
        found.append(explain(about.reason, language))
    once: dict[str, dict[str, Any]] = {}
    for reason in found:
        once.setdefault(reason["code"], dict(reason))
    return list(once.values())


def _submission(row: Submission) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "state": row.state,
        "stage": row.stage,
        "attempt": row.attempt,
        "profile": row.profile,
        "holder_type": row.holder_type,
        "holder_name": row.holder_name,
        "document_type": row.document_type,
        "document_number": row.number_masked,
        "confirmed_warnings": list(row.confirmed_warnings),
        "materials": [material.public_id for material in materials_of(row)],
        "submitted_at": row.submitted_at,
        "ended_at": row.ended_at,
    }


def _operation(row: Operation) -> dict[str, Any]:
    return {
        "id": row.public_id,
        "kind": row.kind,
        "state": row.state,
        "template": row.template.public_id if row.template else None,
        "requested_at": row.created_at,
        "ended_at": row.ended_at,
    }


def _domain(row: Domain) -> dict[str, Any]:
    return {
        "name": row.name,
        "unicode_name": row.unicode_name,
        "service_status": row.service_status,
        "epp_statuses": list(row.epp_statuses),
        "profile": profile_for_suffix(row.suffix).code,
    }


def _attempts(about: About, actor: Actor) -> list[dict[str, Any]]:
    """Earlier and this one, as far as `actor` may see them, the newest first."""
    found = []
    if actor.may(Permission.VERIFICATIONS_READ):
        found += [_verification(row) for row in _submissions_of(about)]
    if about.domain and actor.may(Permission.OPERATIONS_READ):
        ended = [row for row in recent_operations_of(about.domain) if row.state in ENDED]
        found += [_ended(row) for row in ended]
    newest = sorted(found, key=lambda attempt: attempt["began"], reverse=True)
    return newest[:_MOST_ATTEMPTS]


def _submissions_of(about: About) -> list[Submission]:
    rows: QuerySet[Submission] = submissions().exclude(submitted_at=None)
    if about.domain is not None:
        rows = rows.filter(domain=about.domain)
    elif about.submission is not None:
        rows = rows.filter(template_id=about.submission.template_id, domain=None)
    else:
        return []
    return list(rows.order_by("-id")[:_MOST_ATTEMPTS])


def _verification(row: Submission) -> dict[str, Any]:
    return {
        "kind": "verification",
        "id": row.public_id,
        "attempt": row.attempt,
        "state": row.state,
        "stage": row.stage,
        "began": row.submitted_at,
        "ended": row.ended_at,
        "reasons": codes_of(row),
        "messages": list(row.raw_messages),
    }


def _ended(row: Operation) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "id": row.public_id,
        "attempt": None,
        "state": row.state,
        "stage": "",
        "began": row.created_at,
        "ended": row.ended_at,
        "reasons": [reason["code"] for reason in explain_messages(row.raw_messages, "en")],
        "messages": list(row.raw_messages),
    }
