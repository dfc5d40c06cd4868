"""Reading support requests; inside the fence."""

from django.db.models import QuerySet

from registrar.tenancy.lookups import find_by_public_id

from .models import SupportMessage, SupportRequest
from .rules import MAX_MESSAGES
from .states import RequestState

NEWEST = ("-last_activity_at", "-id")


def support_requests() -> QuerySet[SupportRequest]:
    """All that the asker may see, with what they are about, without what is attached."""
    rows: QuerySet[SupportRequest] = SupportRequest.objects.select_related(
        "submission", "operation", "domain"
    )
    return rows.defer("attached", "submission__document_number", "domain__contact")


def find_request(public_id: str) -> SupportRequest:
    """NotFound when there is none in this account."""
    return find_by_public_id(support_requests().defer(None), public_id)


def shown_messages(request: SupportRequest) -> list[SupportMessage]:
    """The conversation as its customer sees it, from the beginning."""
    rows = SupportMessage.objects.filter(request=request, internal=False)
    return list(rows.order_by("id")[:MAX_MESSAGES])


def open_request_about(
    *, submission_id: int | None, operation_id: int | None, domain_id: int | None
) -> SupportRequest | None:
    """The request about the same thing that is not closed; None where nothing is named."""
    rows = support_requests().exclude(state=RequestState.CLOSED)
    if submission_id is not None:
        return rows.filter(submission_id=submission_id).first()
    if operation_id is not None:
        return rows.filter(operation_id=operation_id).first()
    if domain_id is not None:
        return rows.filter(domain_id=domain_id, submission=None, operation=None).first()
    return None
