"""Adding a message to a locked request."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import StateConflict
from registrar.tenancy.actor import Actor, ActorKind
from verification.support.models import SupportMessage, SupportRequest
from verification.support.rules import MAX_MESSAGES, SENT_TWICE_WITHIN
from verification.support.states import AuthorKind

_KINDS = {ActorKind.STAFF: AuthorKind.STAFF, ActorKind.SYSTEM: AuthorKind.SYSTEM}


def add_message(
    *, actor: Actor, request: SupportRequest, text: str, internal: bool = False
) -> SupportMessage:
    """The message as written; StateConflict when the conversation is full."""
    if SupportMessage.objects.filter(request=request).count() >= MAX_MESSAGES:
        said = _("This conversation is full. Please open a new request.")
        raise StateConflict("conversation_full", said)
    message: SupportMessage = SupportMessage.objects.create(
        account_id=request.account_id,
        request=request,
        author_kind=_KINDS.get(actor.kind, AuthorKind.USER),
        author_label=actor.label[:128],
        user_id=actor.user_id,
        text=text,
        internal=internal,
    )
    return message


def latest_shown(request: SupportRequest) -> SupportMessage | None:
    """The newest message that the customer sees."""
    found: SupportMessage | None = (
        SupportMessage.objects.filter(request=request, internal=False).order_by("-id").first()
    )
    return found


def is_repeated(actor: Actor, request: SupportRequest, text: str) -> bool:
    """Whether the newest message says exactly this, by the same person a moment ago: the form
    sent twice. Days later the same words are a reminder."""
    last = latest_shown(request)
    if last is None or last.author_kind == AuthorKind.STAFF:
        return False
    if timezone.now() - last.created_at > SENT_TWICE_WITHIN:
        return False
    return (last.user_id, last.author_label, last.text) == (
        actor.user_id,
        actor.label[:128],
        text,
    )
