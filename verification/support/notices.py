"""Telling those who asked that support has answered or closed. By mail too, so that neither the
subject nor a word of the answer is in it: only that there is one, and the way to it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

from .models import SupportMessage, SupportRequest
from .states import AuthorKind

ANSWERED = NoticeKind(
    key="support.answered",
    topic=Topic.SUPPORT,
    title=_("Support has answered your request."),
    text=_("Open the request to read the answer."),
    tone="info",
    permission=Permission.SUPPORT_READ,
)
CLOSED = NoticeKind(
    key="support.closed",
    topic=Topic.SUPPORT,
    title=_("Support has closed your request."),
    text=_("If something is still open, you can open the request again for 30 days."),
    tone="info",
    permission=Permission.SUPPORT_READ,
)
KINDS = (ANSWERED, CLOSED)


def tell_of_answer(request: SupportRequest, message: SupportMessage) -> None:
    _tell(request, ANSWERED, key=message.public_id)


def tell_of_closing(request: SupportRequest) -> None:
    _tell(request, CLOSED, key=f"{request.public_id} {request.closed_at:%Y%m%d%H%M%S%f}")


def _tell(request: SupportRequest, kind: NoticeKind, *, key: str) -> None:
    """Who opened it and who wrote in it; where a program did, everybody who may read it."""
    written = SupportMessage.objects.filter(request=request, author_kind=AuthorKind.USER)
    people = {request.created_by_id, *written.values_list("user_id", flat=True)}
    notify(
        account_id=request.account_id,
        kind=kind.key,
        params={},
        url=reverse("support:detail", args=[request.public_id]),
        key=key,
        to_user_ids=[pk for pk in people if pk is not None] or None,
    )
