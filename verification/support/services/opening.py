"""Opening a request: one about each thing, not too many at once, never the same one twice."""

from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from registrar.accounts.guard import require
from registrar.accounts.permissions import Permission
from registrar.tenancy.actor import Actor
from verification.support.about import About
from verification.support.models import SupportMessage, SupportRequest
from verification.support.rules import SENT_TWICE_WITHIN, subject_from
from verification.support.selectors import open_request_about
from verification.support.snapshot import attached_to
from verification.support.states import RequestState

from .conversing import reply_to_request
from .limits import refuse_too_many
from .locking import one_at_a_time
from .recording import record_request
from .texts import taken_message, taken_subject, taken_text
from .writing import add_message


@dataclass(frozen=True, slots=True)
class Opened:
    """The request; `new` is false where one about the same thing was open already."""

    request: SupportRequest
    new: bool


@transaction.atomic
def open_request(
    *, actor: Actor, about: About, text: str, subject: str = "", contact_ok: bool = False
) -> Opened:
    """Ask support about something, with everything attached.

    Where a request about the same thing is open, the text is added to it instead; the same
    text sent twice changes nothing. Raises NotPermitted, InvalidInput (field errors) or TooMany
    (`too_many_open`: MAX_OPEN requests of the account are open).
    """
    require(actor, Permission.SUPPORT_WRITE)
    written, title = taken_text(text), taken_subject(subject)
    about = replace(about, message=taken_message(about.message))
    account_id = actor.account_id or 0
    one_at_a_time(account_id)
    twin = open_request_about(**about.keys())
    if twin is not None:
        return Opened(reply_to_request(actor=actor, request=twin, text=written), new=False)
    twin = _sent_before(actor, about, written)
    if twin is not None:
        return Opened(twin, new=False)
    refuse_too_many(account_id)
    request = _write(actor, about, title or subject_from(written), contact_ok=contact_ok)
    add_message(actor=actor, request=request, text=written)
    record_request(actor=actor, action="support.opened", request=request, after=_logged(request))
    return Opened(request, new=True)


def _sent_before(actor: Actor, about: About, text: str) -> SupportRequest | None:
    """A question without an object that the same person has just sent in the same words,
    about the same message."""
    if any(about.keys().values()):
        return None
    rows = SupportRequest.objects.filter(
        submission=None,
        operation=None,
        domain=None,
        reason_code=about.reason,
        attached__messages=[about.message] if about.message else [],
        created_by_id=actor.user_id,
        opened_by=actor.label[:128],
        created_at__gt=timezone.now() - SENT_TWICE_WITHIN,
    ).exclude(state=RequestState.CLOSED)
    same = SupportMessage.objects.filter(request__in=rows, text=text).order_by("id")
    first: SupportMessage | None = same.select_related("request").first()
    return first.request if first else None


def _write(actor: Actor, about: About, subject: str, *, contact_ok: bool) -> SupportRequest:
    request: SupportRequest = SupportRequest.objects.create(
        account_id=actor.account_id,
        subject=subject,
        submission=about.submission,
        operation=about.operation,
        domain=about.domain,
        reason_code=about.reason,
        attached=attached_to(about, actor=actor),
        contact_ok=contact_ok,
        opened_by=actor.label[:128],
        created_by_id=actor.user_id,
        last_activity_at=timezone.now(),
    )
    return request


def _logged(request: SupportRequest) -> dict[str, str]:
    """Ids and codes; what was written stays in the request."""
    named = {
        "state": request.state,
        "verification": request.submission.public_id if request.submission else "",
        "operation": request.operation.public_id if request.operation else "",
        "domain": request.domain.name if request.domain else "",
        "reason": request.reason_code,
    }
    return {name: value for name, value in named.items() if value}
