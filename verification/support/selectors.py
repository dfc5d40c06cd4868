"""Reading support requests; inside the fence."""

from django.db.models import QuerySet

from registrar.tenancy.lookups import find_by_public_id

from .models import SupportMessage, SupportRequest
from .rules import MAX_MESSAGES
from .states import RequestState

NEWEST = ("-last_activity_at", "-id")


# Of what a request is about, no page or answer shows these here.
_HEAVY = ("submission__document_number", "submission__note_to_staff", "domain__contact")


def support_requests() -> QuerySet[SupportRequest]:
    """All that the asker may see, with what they are about, without what is attached."""
    return _whole_requests().defer("attached", *_HEAVY)


def find_request(public_id: str) -> SupportRequest:
    """With what is attached; NotFound when there is none in this account."""
    return find_by_public_id(_whole_requests().defer(*_HEAVY), public_id)


def _whole_requests() -> QuerySet[SupportRequest]:
    rows: QuerySet[SupportRequest] = SupportRequest.objects.all()
    return rows.select_related("submission", "operation", "domain")


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
