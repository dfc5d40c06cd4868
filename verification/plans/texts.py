"""Codes that lines keep, in words: why a line is as it is, and what stands against it."""

from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.gates import GATES, TargetFacts, target_blockers
from verification.catalogue.catalogue import reasons
from verification.languages import current_language
from verification.reverification.because_texts import because_text
from verification.reverification.rules import Because, Route

from .rules import BLOCKERS
from .states import LineState, PlanRoute, PlanState

PLAN_TONES: Mapping[str, str] = {
    PlanState.DRAFT: "muted",
    PlanState.RUNNING: "info",
    PlanState.FINISHED: "ok",
    PlanState.CANCELLED: "muted",
}
LINE_TONES: Mapping[str, str] = {
    LineState.PLANNED: "muted",
    LineState.QUEUED: "info",
    LineState.DONE: "ok",
    LineState.REFUSED: "bad",
    LineState.SKIPPED: "muted",
}
ROUTE_ICONS: Mapping[str, str] = {
    PlanRoute.CHANGE_REGISTRANT: "user-round-pen",
    PlanRoute.RESUBMIT_UNCHANGED: "repeat",
    PlanRoute.WAIT: "clock",
    PlanRoute.BY_HAND: "pencil",
    PlanRoute.LEAVE_OUT: "circle-slash",
}
_FAILURES: Mapping[str, Promise] = {
    "": _("Not verified yet"),
    "timeout": _("The authority gave no answer in time"),
    "unknown": _("A reason that the catalogue does not know"),
}
_ROUTES = {PlanRoute.CHANGE_REGISTRANT: Route.CHANGE_REGISTRANT}


def because_sentence(route: str, code: str) -> str:
    """Why a line takes its route; an unknown code stands for itself."""
    if code in set(Because):
        return because_text(_ROUTES.get(PlanRoute(route), Route.RESUBMIT), Because(code))
    return code


def conflict_sentence(code: str) -> str:
    """What stands against a better route; an unknown code stands for itself."""
    return str(_conflicts().get(code, code))


def failure_title(code: str) -> str:
    """What a domain failed with, as lines keep it."""
    known = reasons().get(code)
    if known is not None:
        return known.title.pick(current_language())
    return str(_FAILURES.get(code, code))


@cache
def _conflicts() -> dict[str, str | Promise]:
    unusable = TargetFacts(
        verified=False,
        disabled=True,
        same_account=False,
        fits_suffix=False,
        in_review=False,
        restrictions=(),
    )
    found: dict[str, str | Promise] = {rule.code: rule.message for rule in GATES}
    for blocker in (*target_blockers(unusable), *BLOCKERS):
        found[blocker.code] = blocker.message
    return found
