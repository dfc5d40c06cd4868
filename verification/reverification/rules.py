"""Which way out of a failed verification is open, how long it takes, and which is better (pure).

Source: seed 003. Route one moves the domain to a verified info template (域名过户, 1-3 working
days); route two sends corrected materials for the same holder (重新认证, 3-5 working days), or,
where nothing was wrong with them, the same again (seed 002, 实名审核超时; seed 000 §9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from domains.gates import TargetFacts, target_blockers
from registrar.blockers import Blocker
from registrar.workdays import add_working_days

# seed 003: 大约需要1~3个工作日, 大约需要3~5个工作日. The user is told the last of them.
CHANGE_REGISTRANT_DAYS = 3
RESUBMIT_DAYS = 5
# seed 003: 若多次提交域名实名认证失败, staff should help.
MANY_FAILURES = 2


class Route(StrEnum):
    """The two routes; the values are stable API words."""

    CHANGE_REGISTRANT = "change_registrant"
    RESUBMIT = "resubmit"


class Because(StrEnum):
    """Why a route is recommended, or what speaks for or against it; stable API words."""

    USABLE_TEMPLATE_SAME_HOLDER = "usable_template_same_holder"
    USABLE_TEMPLATE = "usable_template"
    NO_USABLE_TEMPLATE = "no_usable_template"
    NO_TEMPLATE_OF_THIS_HOLDER = "no_template_of_this_holder"
    HOLDER_MUST_CHANGE = "holder_must_change"
    HOLDER_NAME_WRONG = "holder_name_wrong"
    REASON_IS_WAIT = "reason_is_wait"
    REASON_NEEDS_SUPPORT = "reason_needs_support"
    FAILED_REPEATEDLY = "failed_repeatedly"
    OTHER_ROUTE_BLOCKED = "other_route_blocked"
    FASTER = "faster"
    REFUSED_BEFORE = "refused_before"
    NOTHING_WRONG = "nothing_wrong"
    SAFE_DAY_REACHED = "safe_day_reached"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An info template of the account, as this domain sees it. `key` is its public id;
    `refused`: the registry refused the domain's latest change, which was to this one."""

    key: str
    target: TargetFacts
    same_holder: bool
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known about one failed domain.

    `change_blockers` and `resubmit_blockers` are the gate's answers. `next_steps` are the
    `next` values of the failure's reasons. `failures` counts failed submissions of this domain.
    `safe_from` is the first day on which a new document is surely on record, None where none is
    awaited. `unchanged`: the same may go in again today; `nothing_wrong`: no reason speaks of
    the materials at all. `holder_name_wrong`: the diagnosis is sure of it.
    """

    today: date
    change_blockers: tuple[Blocker, ...]
    resubmit_blockers: tuple[Blocker, ...]
    candidates: tuple[Candidate, ...]
    next_steps: frozenset[str]
    failures: int = 1
    safe_from: date | None = None
    safe_provisional: bool = False
    unchanged: bool = False
    nothing_wrong: bool = False
    holder_name_wrong: bool = False

    @property
    def holder_can_not_pass(self) -> bool:
        """Whether the same holder, as it stands, would only fail again (seed 003: to change the
        holder, move the domain to another info template)."""
        return self.holder_name_wrong or "switch" in self.next_steps

    @property
    def waits(self) -> bool:
        """Whether the first safe day is still to come."""
        return self.safe_from is not None and self.today < self.safe_from

    @property
    def must_wait(self) -> bool:
        """The same, or a reason says so while the day is not known."""
        return self.waits or ("wait" in self.next_steps and self.safe_from is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteOffer:
    """One route. `usable` holds keys of templates, the same holder's first, and is empty for
    route two. `safe_from` is the day from which on it is advised, None for at once.
    `expected_on` counts from that day or from today, whichever is later; `provisional` when a
    schedule on the way is not announced yet. At most one of the offers is `recommended`."""

    route: Route
    blocked_by: tuple[Blocker, ...]
    usable: tuple[str, ...]
    expected_on: date
    provisional: bool
    recommended: bool
    because: tuple[Because, ...]
    safe_from: date | None = None
    safe_provisional: bool = False

    @property
    def available(self) -> bool:
        return not self.blocked_by


NO_TEMPLATE = Blocker(
    code="no_usable_template",
    message=_("This account has no verified info template that fits this domain."),
    source="seed 003, 无“已实名认证”的信息模板",
)


def offer_routes(situation: Situation) -> tuple[RouteOffer, RouteOffer]:
    """Route one, then route two, with the better one marked (see `_recommend`)."""
    usable = usable_candidates(situation.candidates)
    change_blocked = situation.change_blockers + (() if usable else (NO_TEMPLATE,))
    better = _recommend(situation, usable, change_open=not change_blocked)
    change = add_working_days(situation.today, CHANGE_REGISTRANT_DAYS)
    resubmit = add_working_days(_start(situation), RESUBMIT_DAYS)
    return (
        RouteOffer(
            route=Route.CHANGE_REGISTRANT,
            blocked_by=change_blocked,
            usable=tuple(candidate.key for candidate in usable),
            expected_on=change.date,
            provisional=change.provisional,
            recommended=better is Route.CHANGE_REGISTRANT,
            because=_because_change(situation, usable),
        ),
        RouteOffer(
            route=Route.RESUBMIT,
            blocked_by=situation.resubmit_blockers,
            usable=(),
            expected_on=resubmit.date,
            provisional=resubmit.provisional or (situation.waits and situation.safe_provisional),
            recommended=better is Route.RESUBMIT,
            because=_because_resubmit(situation, usable),
            safe_from=situation.safe_from,
            safe_provisional=situation.safe_provisional,
        ),
    )


def usable_candidates(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that the domain can move to, the same holder's first, else in the given order; one
    that the registry has just refused comes last."""
    fit = [candidate for candidate in candidates if not target_blockers(candidate.target)]
    return tuple(sorted(fit, key=lambda one: (one.refused, not one.same_holder)))


def _recommend(
    situation: Situation, usable: tuple[Candidate, ...], *, change_open: bool
) -> Route | None:
    """A template that fits the holder favours route one; another holder's, or none, route two.

    Exceptions: what the registry has just refused is not advised again. Where nothing was
    wrong, the same again is one click, and the holder's data stay as they are. Where this
    holder can't pass, or its name is wrong, corrected materials would only fail again: then
    another template is the way, or none is recommended.
    """
    resubmit_open = not situation.resubmit_blockers
    change_open = change_open and not usable[0].refused
    if situation.holder_can_not_pass:
        return Route.CHANGE_REGISTRANT if change_open else None
    if resubmit_open and situation.unchanged and situation.nothing_wrong:
        return Route.RESUBMIT
    if change_open and usable[0].same_holder:
        return Route.CHANGE_REGISTRANT
    return Route.RESUBMIT if resubmit_open else None


def _because_change(situation: Situation, usable: tuple[Candidate, ...]) -> tuple[Because, ...]:
    if not usable:
        holder = Because.NO_USABLE_TEMPLATE
    elif usable[0].same_holder:
        holder = Because.USABLE_TEMPLATE_SAME_HOLDER
    else:
        holder = Because.USABLE_TEMPLATE
    rest = (
        (bool(usable) and not usable[0].refused, Because.FASTER),
        (bool(usable) and usable[0].refused, Because.REFUSED_BEFORE),
        (situation.holder_name_wrong, Because.HOLDER_NAME_WRONG),
        ("switch" in situation.next_steps, Because.HOLDER_MUST_CHANGE),
        (bool(usable) and situation.must_wait, Because.REASON_IS_WAIT),
        (bool(usable) and situation.failures >= MANY_FAILURES, Because.FAILED_REPEATEDLY),
        (
            bool(situation.resubmit_blockers) and bool(usable) and not situation.change_blockers,
            Because.OTHER_ROUTE_BLOCKED,
        ),
    )
    return (holder, *(code for holds, code in rest if holds))


def _because_resubmit(situation: Situation, usable: tuple[Candidate, ...]) -> tuple[Because, ...]:
    others = bool(usable) and not usable[0].same_holder
    found = (
        (not usable, Because.NO_USABLE_TEMPLATE),
        (others and not situation.holder_can_not_pass, Because.NO_TEMPLATE_OF_THIS_HOLDER),
        (situation.holder_name_wrong, Because.HOLDER_NAME_WRONG),
        ("switch" in situation.next_steps, Because.HOLDER_MUST_CHANGE),
        (situation.nothing_wrong, Because.NOTHING_WRONG),
        (situation.must_wait, Because.REASON_IS_WAIT),
        (situation.safe_from is not None and not situation.waits, Because.SAFE_DAY_REACHED),
        ("support" in situation.next_steps, Because.REASON_NEEDS_SUPPORT),
        (
            bool(usable) and bool(situation.change_blockers) and not situation.resubmit_blockers,
            Because.OTHER_ROUTE_BLOCKED,
        ),
    )
    return tuple(code for holds, code in found if holds)


def _start(situation: Situation) -> date:
    """The day from which on the term of route two counts."""
    return max(situation.today, situation.safe_from or situation.today)
