"""From what is known of a failed domain to its line in a plan (pure).

Source: seed 003. Which routes are open and which is better says `reverification.rules`; here
one of them is taken for each of many domains, so that nobody has to look at every page:

- nothing was wrong with the materials (the authority took too long): the same once more,
- a verified template of the same holder fits: the domain moves to it,
- the waiting time is over: the same materials once more,
- a new document is not on record yet: wait,
- everything else needs a person. Giving a domain to another holder must be meant.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from domains.gates import target_blockers
from registrar.blockers import Blocker
from verification.reverification.rules import (
    Candidate,
    RouteOffer,
    Situation,
    offer_routes,
)

from .states import PlanRoute

_SOURCE = "seed 003, 失败后重新认证"
ALREADY_VERIFIED = Blocker(
    code="already_verified", message=_("The domain is verified already."), source=_SOURCE
)
IN_ANOTHER_PLAN = Blocker(
    code="in_another_plan",
    message=_("Another plan that is running works on this domain."),
    source="registrar rule: one plan at a time",
)
OPERATION_OPEN = Blocker(
    code="operation_open",
    message=_("A change of registrant is already under way for this domain."),
    source="registrar rule: one operation of a kind at a time",
)
NO_TEMPLATE_CHOSEN = Blocker(
    code="template_missing",
    message=_("Choose the info template that the domain moves to."),
    source="seed 003, 可使用的模板信息",
)
OTHER_HOLDER = Blocker(
    code="other_holder_not_confirmed",
    message=_("The info template has another holder. Confirm that the domain is to change hands."),
    source="registrar rule: giving a domain to another holder must be meant",
)
NOTHING_TO_RESEND = Blocker(
    code="nothing_to_resend",
    message=_("The same materials would fail again: they have to be corrected."),
    source=_SOURCE,
)
NOTHING_TO_WAIT_FOR = Blocker(
    code="nothing_to_wait_for",
    message=_("Waiting does not help here."),
    source="seed 002, 新颁发或刚变更",
)
# Blockers of this module, for whoever puts stored codes into words.
BLOCKERS = (
    *(ALREADY_VERIFIED, IN_ANOTHER_PLAN, OPERATION_OPEN, NO_TEMPLATE_CHOSEN, OTHER_HOLDER),
    *(NOTHING_TO_RESEND, NOTHING_TO_WAIT_FOR),
)

# Route one and route two, as reverification.rules offers them.
Offers = tuple[RouteOffer, RouteOffer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One domain as a plan sees it.

    `holder` is its type and name. `situation` holds, of templates with another holder, the
    first one that fits at most. `failed_with`: first reason of the failure, or its stage.
    `unchanged` is what stands against sending the same materials again. `elsewhere`: another
    running plan has the domain.
    """

    holder: tuple[str, str]
    verified: bool
    situation: Situation
    operation_open: bool = False
    elsewhere: bool = False
    failed_with: str = ""
    unchanged: tuple[Blocker, ...] = (NOTHING_TO_RESEND,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A line as it is to be written. `template` is a template's key, "" for none."""

    route: PlanRoute
    template: str = ""
    other_holder: bool = False
    reason: str = ""
    because: tuple[str, ...] = ()
    blocked_by: tuple[Blocker, ...] = ()
    safe_from: dt.date | None = None
    expected_on: dt.date | None = None
    provisional: bool = False
    group: str = ""


def propose(facts: Facts, *, preferred: Candidate | None = None) -> Proposal:
    """The line that is best for this domain. `preferred` is a template that the user has chosen
    for all of them, another holder's too: whoever passes it has made sure that it is meant."""
    offers = offer_routes(facts.situation)
    stuck = (IN_ANOTHER_PLAN,) if facts.elsewhere else _stuck(facts)
    if stuck:
        return _line(facts, offers, PlanRoute.LEAVE_OUT, against=stuck)
    if preferred is None and _same_again_is_better(facts, offers):
        return _line(facts, offers, PlanRoute.RESUBMIT_UNCHANGED)
    target = _target(facts, preferred)
    if target is not None:
        return _line(facts, offers, PlanRoute.CHANGE_REGISTRANT, target=target, other_holder=True)
    for route in (PlanRoute.RESUBMIT_UNCHANGED, PlanRoute.WAIT):
        if not against(facts, route):
            return _line(facts, offers, route)
    return _line(facts, offers, PlanRoute.BY_HAND, against=facts.situation.change_blockers)


def against(
    facts: Facts,
    route: PlanRoute,
    target: Candidate | None = None,
    *,
    other_holder: bool = False,
) -> tuple[Blocker, ...]:
    """Every reason why the domain can't take `route` today; empty when it can. `target` is the
    template of a change of registrant, `other_holder` whether another holder is meant.

    What another plan does is no reason: of two, the first to come acts, and the gate refuses
    the second.
    """
    if route in (PlanRoute.BY_HAND, PlanRoute.LEAVE_OUT):
        return ()
    if facts.verified:
        return (ALREADY_VERIFIED,)
    situation = facts.situation
    if route is PlanRoute.CHANGE_REGISTRANT:
        return _against_change(facts, target, other_holder=other_holder)
    if route is PlanRoute.RESUBMIT_UNCHANGED:
        # What `unchanged` says holds the gate's answer as well; each reason is said once.
        return _once(situation.resubmit_blockers + facts.unchanged)
    return () if situation.waits else (NOTHING_TO_WAIT_FOR,)


def line_for(
    facts: Facts,
    route: PlanRoute,
    *,
    target: Candidate | None = None,
    other_holder: bool = False,
) -> Proposal:
    """The line of a `route` for which `against` has found nothing."""
    offers = offer_routes(facts.situation)
    return _line(facts, offers, route, target=target, other_holder=other_holder)


def _line(
    facts: Facts,
    offers: Offers,
    route: PlanRoute,
    *,
    target: Candidate | None = None,
    other_holder: bool = False,
    against: tuple[Blocker, ...] = (),
) -> Proposal:
    """`against` is what stands against a better route."""
    because, expected, provisional = _outlook(route, offers)
    moved_to = target if route is PlanRoute.CHANGE_REGISTRANT else None
    key = moved_to.key if moved_to else ""
    return Proposal(
        route=route,
        template=key,
        other_holder=other_holder and moved_to is not None and not moved_to.same_holder,
        reason=facts.failed_with,
        because=because,
        blocked_by=against,
        safe_from=facts.situation.safe_from,
        expected_on=expected,
        provisional=provisional,
        group=group_of(facts, route, key),
    )


def group_of(facts: Facts, route: PlanRoute, template: str = "") -> str:
    """What lines are shown under one heading: the same route to the same template; or, where a
    person is needed, the same holder with the same reason, whom one verified template helps."""
    parts = [route.value, template]
    if route is PlanRoute.BY_HAND:
        parts += [*facts.holder, facts.failed_with]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _stuck(facts: Facts) -> tuple[Blocker, ...]:
    """What closes both routes, or makes them needless."""
    if facts.verified:
        return (ALREADY_VERIFIED,)
    situation = facts.situation
    # A domain in review is blocked on both ways by the same reason, which is said once.
    if situation.change_blockers and situation.resubmit_blockers:
        return _once(situation.change_blockers + situation.resubmit_blockers)
    return (OPERATION_OPEN,) if facts.operation_open else ()


def _target(facts: Facts, preferred: Candidate | None) -> Candidate | None:
    candidates = [c for c in facts.situation.candidates if c.same_holder]
    for candidate in ([preferred] if preferred else []) + candidates:
        if not against(facts, PlanRoute.CHANGE_REGISTRANT, candidate, other_holder=True):
            return candidate
    return None


def _against_change(
    facts: Facts, target: Candidate | None, *, other_holder: bool
) -> tuple[Blocker, ...]:
    found = facts.situation.change_blockers
    if facts.operation_open:
        found += (OPERATION_OPEN,)
    if target is None:
        return (*found, NO_TEMPLATE_CHOSEN)
    if not target.same_holder and not other_holder:
        found += (OTHER_HOLDER,)
    return found + target_blockers(target.target)


def _same_again_is_better(facts: Facts, offers: Offers) -> bool:
    """Nothing was wrong with the materials: one step, and the holder's data stay as they are."""
    _change, resubmit = offers
    return resubmit.recommended and not against(facts, PlanRoute.RESUBMIT_UNCHANGED)


def _outlook(route: PlanRoute, offers: Offers) -> tuple[tuple[str, ...], dt.date | None, bool]:
    """Why, until when, and whether that day is provisional."""
    if route is PlanRoute.LEAVE_OUT:
        return (), None, False
    change, resubmit = offers
    offer = change if route is PlanRoute.CHANGE_REGISTRANT else resubmit
    if route is PlanRoute.BY_HAND:
        return _codes(offer), None, False
    return _codes(offer), offer.expected_on, offer.provisional


def _codes(offer: RouteOffer) -> tuple[str, ...]:
    return tuple(code.value for code in offer.because)


def _once(blockers: tuple[Blocker, ...]) -> tuple[Blocker, ...]:
    return tuple({blocker.code: blocker for blocker in blockers}.values())
