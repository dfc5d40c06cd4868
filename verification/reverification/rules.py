"""Which way out of a failed verification is open, how long it takes, and which is better (pure).

Source: seed 003. Route one moves the domain to a verified info template (域名过户, 1-3 working
days); route two sends corrected materials for the same holder (重新认证, 3-5 working days).
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
    HOLDER_MUST_CHANGE = "holder_must_change"
    REASON_IS_WAIT = "reason_is_wait"
    REASON_NEEDS_SUPPORT = "reason_needs_support"
    FAILED_REPEATEDLY = "failed_repeatedly"
    OTHER_ROUTE_BLOCKED = "other_route_blocked"
    FASTER = "faster"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An info template of the account, as this domain sees it. `key` is its public id."""

    key: str
    target: TargetFacts
    same_holder: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known about one failed domain.

    `change_blockers` and `resubmit_blockers` are the gate's answers. `next_steps` are the
    `next` values of the failure's reasons. `failures` counts failed submissions of this domain.
    """

    today: date
    change_blockers: tuple[Blocker, ...]
    resubmit_blockers: tuple[Blocker, ...]
    candidates: tuple[Candidate, ...]
    next_steps: frozenset[str]
    failures: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteOffer:
    """One route. `usable` holds keys of templates, the same holder's first, and is empty for
    route two. `expected_on` counts from today; `provisional` when a schedule on the way is
    not announced yet. At most one of the offers is `recommended`."""

    route: Route
    blocked_by: tuple[Blocker, ...]
    usable: tuple[str, ...]
    expected_on: date
    provisional: bool
    recommended: bool
    because: tuple[Because, ...]

    @property
    def available(self) -> bool:
        return not self.blocked_by


NO_TEMPLATE = Blocker(
    code="no_usable_template",
    message=_("This account has no verified info template that fits this domain."),
    source="seed 003, 无“已实名认证”的信息模板",
)


def offer_routes(situation: Situation) -> tuple[RouteOffer, RouteOffer]:
    """Route one, then route two. A usable template makes route one the better way (seed 003);
    without one, or where its gate is closed, corrected materials are."""
    usable = usable_candidates(situation.candidates)
    change_blocked = situation.change_blockers + (() if usable else (NO_TEMPLATE,))
    better = _recommend(
        change_open=not change_blocked,
        resubmit_open=not situation.resubmit_blockers,
        next_steps=situation.next_steps,
    )
    return (
        _offer(
            Route.CHANGE_REGISTRANT,
            situation.today,
            blocked_by=change_blocked,
            usable=tuple(candidate.key for candidate in usable),
            recommended=better is Route.CHANGE_REGISTRANT,
            because=_because_change(situation, usable),
        ),
        _offer(
            Route.RESUBMIT,
            situation.today,
            blocked_by=situation.resubmit_blockers,
            usable=(),
            recommended=better is Route.RESUBMIT,
            because=_because_resubmit(situation, usable),
        ),
    )


def usable_candidates(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that the domain can move to, the same holder's first, else in the given order."""
    fit = [candidate for candidate in candidates if not target_blockers(candidate.target)]
    return tuple(sorted(fit, key=lambda candidate: not candidate.same_holder))


def _recommend(
    *, change_open: bool, resubmit_open: bool, next_steps: frozenset[str]
) -> Route | None:
    if change_open:
        return Route.CHANGE_REGISTRANT
    # Where this holder can't pass, corrected materials would only fail again.
    return Route.RESUBMIT if resubmit_open and "switch" not in next_steps else None


def _because_change(situation: Situation, usable: tuple[Candidate, ...]) -> tuple[Because, ...]:
    if not usable:
        holder = Because.NO_USABLE_TEMPLATE
    elif usable[0].same_holder:
        holder = Because.USABLE_TEMPLATE_SAME_HOLDER
    else:
        holder = Because.USABLE_TEMPLATE
    rest = (
        (bool(usable), Because.FASTER),
        ("switch" in situation.next_steps, Because.HOLDER_MUST_CHANGE),
        (bool(usable) and "wait" in situation.next_steps, Because.REASON_IS_WAIT),
        (bool(usable) and situation.failures >= MANY_FAILURES, Because.FAILED_REPEATEDLY),
        (bool(situation.resubmit_blockers), Because.OTHER_ROUTE_BLOCKED),
    )
    return (holder, *(code for holds, code in rest if holds))


def _because_resubmit(situation: Situation, usable: tuple[Candidate, ...]) -> tuple[Because, ...]:
    found = (
        (not usable, Because.NO_USABLE_TEMPLATE),
        ("switch" in situation.next_steps, Because.HOLDER_MUST_CHANGE),
        ("wait" in situation.next_steps, Because.REASON_IS_WAIT),
        ("support" in situation.next_steps, Because.REASON_NEEDS_SUPPORT),
        (bool(usable) and bool(situation.change_blockers), Because.OTHER_ROUTE_BLOCKED),
    )
    return tuple(code for holds, code in found if holds)


def _offer(
    route: Route,
    today: date,
    *,
    blocked_by: tuple[Blocker, ...],
    usable: tuple[str, ...],
    recommended: bool,
    because: tuple[Because, ...],
) -> RouteOffer:
    days = CHANGE_REGISTRANT_DAYS if route is Route.CHANGE_REGISTRANT else RESUBMIT_DAYS
    expected = add_working_days(today, days)
    return RouteOffer(
        route=route,
        blocked_by=blocked_by,
        usable=usable,
        expected_on=expected.date,
        provisional=expected.provisional,
        recommended=recommended,
        because=because,
    )
