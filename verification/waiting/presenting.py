"""What pages show of waiting and of the same again, ready for their templates."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.blockers import Blocker
from registrar.tenancy.actor import Actor
from verification.models import Reminder

from .forms import IssuedOnForm
from .selectors import WayOn
from .unchanged import Remedy

READ_ONLY = Blocker(
    code="not_permitted",
    message=_("Your role does not allow this. Ask an owner or manager of the account."),
    source="registrar rule: roles",
)
# What asks for nothing but another attempt.
_QUIET = frozenset({Remedy.NOTHING, Remedy.WAIT})


@dataclass(frozen=True, slots=True)
class UnchangedButton:
    """One click to hand the same in again. `why_not` is empty when it works; `may_insist`:
    only the day is missing, and the user may go ahead after confirming."""

    url: str
    why_not: tuple[Blocker, ...]
    may_insist: bool


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """The first safe day of a failed submission, and what the user can say about it."""

    way: WayOn
    reminder: Reminder | None
    form: IssuedOnForm | None
    unchanged: UnchangedButton | None
    schedule_url: str
    cancel_url: str

    @property
    def due(self) -> bool:
        return self.way.safe_day_reached

    @property
    def day(self) -> dt.date | None:
        return self.way.safe_from


def waiting_card(way: WayOn | None, actor: Actor) -> WaitingCard | None:
    """None where the failure is answered, or neither waits nor may go in again as it was."""
    if way is None or not way.matters:
        return None
    button = unchanged_button(way, actor)
    if way.safe is None and not way.may_be_new and button is None:
        return None
    about = [way.submission.public_id]
    asks = actor.may(Permission.VERIFICATIONS_WRITE) and (way.may_be_new or way.safe)
    return WaitingCard(
        way=way,
        reminder=way.reminder,
        form=IssuedOnForm(initial=_known(way)) if asks else None,
        unchanged=button,
        schedule_url=reverse("verification:remind", args=about),
        cancel_url=reverse("verification:cancel_reminder", args=about),
    )


def unchanged_button(way: WayOn | None, actor: Actor) -> UnchangedButton | None:
    """None where the same again would only fail again, or the failure is answered."""
    if way is None or not way.matters:
        return None
    answer = way.unchanged
    asked_for = bool(way.remedies) and way.remedies <= _QUIET
    if not (asked_for or answer.available or answer.may_insist):
        return None
    may_write = actor.may(Permission.VERIFICATIONS_WRITE)
    return UnchangedButton(
        url=reverse("verification:resubmit", args=[way.submission.public_id]),
        why_not=answer.blocked_by if may_write else (*answer.blocked_by, READ_ONLY),
        may_insist=answer.may_insist and may_write,
    )


def _known(way: WayOn) -> dict[str, dt.date]:
    return {"issued_on": way.counted_from} if way.issue_date_known else {}
