"""What the API shows of support requests: as the customer's pages do."""

from typing import Any

from verification.languages import current_language
from verification.support.models import SupportMessage, SupportRequest
from verification.support.selectors import shown_messages
from verification.support.states import AuthorKind


def request_shape(row: SupportRequest) -> dict[str, Any]:
    """One of a list: without conversation and attachment."""
    return {
        "id": row.public_id,
        "state": row.state,
        "subject": row.subject,
        "verification": row.submission.public_id if row.submission else None,
        "operation": row.operation.public_id if row.operation else None,
        "domain": row.domain.name if row.domain else None,
        "reason": row.reason_code or None,
        "contact_ok": row.contact_ok,
        "opened_by": row.opened_by,
        "created_at": row.created_at,
        "last_activity_at": row.last_activity_at,
        "first_answered_at": row.first_answered_at,
        "closed_at": row.closed_at,
        "closed_by": row.closed_by or None,
    }


def request_detail_shape(row: SupportRequest) -> dict[str, Any]:
    """The whole of it; explanations in the asked language."""
    attached = dict(row.attached)
    attached["reasons"] = attached.get("reasons", {}).get(current_language(), [])
    return {
        **request_shape(row),
        "messages": [message_shape(message) for message in shown_messages(row)],
        "attached": attached,
    }


def message_shape(message: SupportMessage) -> dict[str, Any]:
    """Staff have no names here."""
    by_user = message.author_kind == AuthorKind.USER
    return {
        "id": message.public_id,
        "author": message.author_kind,
        "author_name": message.author_label if by_user else None,
        "text": message.text,
        "created_at": message.created_at,
    }
