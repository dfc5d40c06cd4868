"""Everything that staff need to answer one request, read in a constant number of queries."""

from dataclasses import dataclass

from django.utils import timezone

from registrar.accounts.models import User
from registrar.oplog.actions import Label, action_label
from registrar.oplog.models import LogEntry
from verification.catalogue.model import Language
from verification.support.models import SupportMessage, SupportRequest
from verification.support.presenting import ShownAttachment, shown_attachment
from verification.support.rules import reopen_until
from verification.support.services.staff import belongs_to_account
from verification.support.states import RequestState

_SEALED = ("submission__document_number", "domain__contact")
_MOST_ENTRIES = 30


@dataclass(frozen=True, slots=True)
class Case:
    """`messages` with notes among staff; `seen` is the newest that the customer sees too."""

    request: SupportRequest
    messages: tuple[SupportMessage, ...]
    attached: ShownAttachment
    entries: tuple[tuple[Label, LogEntry], ...]
    own_account: bool

    @property
    def seen(self) -> int:
        return max((m.pk for m in self.messages if not m.internal), default=0)

    @property
    def closed(self) -> bool:
        return self.request.state == RequestState.CLOSED

    @property
    def can_reopen(self) -> bool:
        closed_at = self.request.closed_at
        return closed_at is not None and timezone.now() <= reopen_until(closed_at)


def open_case(*, pk: int, user: User, language: Language) -> Case:
    """The case as `user` sees it; SupportRequest.DoesNotExist when there is none."""
    related = ("account", "submission", "operation", "domain", "created_by", "assigned_to")
    row: SupportRequest = SupportRequest.objects.select_related(*related).defer(*_SEALED).get(pk=pk)
    entries = LogEntry.objects.filter(account_id=row.account_id, object_id=row.public_id)
    return Case(
        request=row,
        messages=tuple(SupportMessage.objects.filter(request=row).order_by("id")),
        attached=shown_attachment(row.attached, language),
        entries=tuple(
            (action_label(entry.action), entry)
            for entry in entries.order_by("-number")[:_MOST_ENTRIES]
        ),
        own_account=belongs_to_account(user, row),
    )
