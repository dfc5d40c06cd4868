"""What the queue can be narrowed to: an allow-list, typed; what makes no sense filters nothing."""

import datetime as dt
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from registrar import public_ids
from registrar.accounts.models import Account, User
from templates_app.models import HolderType
from verification.catalogue.findings import FINDING_CODES
from verification.models import Submission
from verification.services.claimable import QUEUE_ORDER
from verification.services.claims import to_confirm
from verification.states import FoundLevel, SubmissionState

from .ages import submitted_before
from .counts import WAITING
from .search import mentions

MAX_TEXT = 100
AGES = (1, 2, 3, 5, 10)
NEWEST = ("-id",)
_MINE = "mine"
_ALL = "all"
_WAITS = "waiting"
STATES = (_WAITS, _MINE, _ALL, *(state for state in SubmissionState.values if state != "draft"))


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """Empty means everything, `waiting` all that is with the reviewers; `age` counts working days
    since the submission, more than which have passed; `findings` is a FoundLevel or a code."""

    state: str = _WAITS
    q: str = ""
    account: str = ""
    holder_type: str = ""
    subject: str = ""
    findings: str = ""
    attempt: str = ""
    assigned: str = ""
    age: int = 0
    overdue: bool = False

    @property
    def order(self) -> tuple[str, ...]:
        """By due time what is still to be reviewed, all else the newest first. Ends in the key."""
        queued = self.state in (_WAITS, _MINE, *WAITING)
        return QUEUE_ORDER if queued and not self.uid else NEWEST

    @property
    def uid(self) -> uuid.UUID | None:
        """Of the public id that is searched for, if it is one."""
        return public_ids.decode(Submission.id_prefix, self.q.lower())

    @property
    def is_narrow(self) -> bool:
        return self != QueueFilter()

    def apply(self, rows: QuerySet[Submission], user: User) -> QuerySet[Submission]:
        """The rows that fit, as `user` sees them. A public id finds its row in any state."""
        if uid := self.uid:
            return rows.filter(uid=uid)
        rows = rows.filter(_in_state(self.state, user))
        for name, narrow in _PARTS.items():
            if value := getattr(self, name):
                rows = rows.filter(narrow(value, user))
        return rows

    def as_parameters(self) -> dict[str, str]:
        """As query parameters; what is the default is left out."""
        found = {}
        for part in fields(self):
            value = getattr(self, part.name)
            if value != part.default:
                found[part.name] = "1" if value is True else str(value)
        return found


def filter_of(given: QueryDict) -> QueueFilter:
    """What an address asks for, as far as it makes sense."""
    ages = [str(age) for age in AGES]
    age = _one_of(given, "age", ages)
    return QueueFilter(
        state=_one_of(given, "state", STATES) or _WAITS,
        q=_text(given, "q"),
        account=_text(given, "account"),
        holder_type=_one_of(given, "holder_type", HolderType.values),
        subject=_one_of(given, "subject", ("domain", "template")),
        findings=_one_of(given, "findings", (*FoundLevel.values, *FINDING_CODES)),
        attempt=_one_of(given, "attempt", ("first", "again")),
        assigned=_one_of(given, "assigned", ("me", "nobody", "somebody")),
        age=int(age) if age else 0,
        overdue=given.get("overdue") == "1",
    )


def _one_of(given: QueryDict, name: str, known: Collection[str]) -> str:
    value = given.get(name, "")
    return value if value in known else ""


def _text(given: QueryDict, name: str) -> str:
    return given.get(name, "").strip()[:MAX_TEXT]


def _in_state(state: str, user: User) -> Q:
    if state == _WAITS:
        return Q(state__in=WAITING)
    if state == _MINE:
        return Q(state=SubmissionState.IN_REVIEW, reviewer=user)
    if state == SubmissionState.SECOND_REVIEW:
        return to_confirm()
    return Q() if state == _ALL else Q(state=state)


def _findings(value: str, _user: User) -> Q:
    if value in FoundLevel.values:
        return Q(found_worst=value)
    return Q(found_codes__contains=[value])


def _account(text: str, _user: User) -> Q:
    found = Account.objects.filter(Q(name__icontains=text) | Q(slug__icontains=text))
    return Q(account_id__in=found.values("pk"))


def _assigned(value: str, user: User) -> Q:
    return Q(assigned_to=user) if value == "me" else Q(assigned_to__isnull=value == "nobody")


def _overdue(_value: bool, _user: User) -> Q:
    # What was decided keeps the due time that it had.
    return Q(review_due_at__lt=timezone.now(), state__in=WAITING)


def _older(days: int, _user: User) -> Q:
    day = submitted_before(days, today=timezone.localdate())
    return Q(submitted_at__lt=timezone.make_aware(dt.datetime.combine(day, dt.time.min)))


_PARTS: dict[str, Callable[..., Q]] = {
    "q": lambda text, _user: mentions(text),
    "account": _account,
    "holder_type": lambda value, _user: Q(holder_type=value),
    "subject": lambda value, _user: Q(**{f"{value}__isnull": False}),
    "findings": _findings,
    "attempt": lambda value, _user: Q(attempt=1) if value == "first" else Q(attempt__gt=1),
    "assigned": _assigned,
    "age": _older,
    "overdue": _overdue,
}
