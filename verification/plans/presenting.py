"""Plans, groups and lines as pages show them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from templates_app.models import InfoTemplate
from templates_app.selectors import living_templates
from templates_app.states import TemplateState
from verification.catalogue.catalogue import reasons

from .models import Plan, PlanLine
from .refusals import sentences_of
from .selectors import Counts, Group
from .states import LineState, PlanRoute, PlanState
from .texts import (
    LINE_TONES,
    PLAN_TONES,
    ROUTE_ICONS,
    because_sentence,
    conflict_sentence,
    failure_title,
)


@dataclass(frozen=True, slots=True)
class RouteCount:
    label: str
    icon: str
    count: int


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with its heading and what helps all of it at once."""

    group: Group
    title: str
    sub: str
    icon: str
    help_label: str = ""
    help_url: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line in words. `url` leads to what became of it, or to where a person goes on."""

    line: PlanLine
    failed_with: str
    because: tuple[str, ...]
    conflicts: tuple[str, ...]
    refusal: tuple[str, ...]
    tone: str
    url: str
    url_label: str


def plan_tone(plan: Plan) -> str:
    return PLAN_TONES[plan.state]


def route_counts(counts: Counts) -> list[RouteCount]:
    """How many domains take each route, in the order of the routes; none that nobody takes."""
    return [
        RouteCount(str(route.label), ROUTE_ICONS[route], counts.routes[route])
        for route in PlanRoute
        if counts.routes.get(route)
    ]


def group_rows(groups: Sequence[Group]) -> list[GroupRow]:
    """One query for the templates that could be verified, however many groups."""
    by_hand = [group for group in groups if group.route is PlanRoute.BY_HAND]
    waiting = _unverified_templates({group.holder for group in by_hand})
    return [_group_row(group, waiting) for group in groups]


def line_row(line: PlanLine) -> LineRow:
    url, label = _leads_to(line)
    return LineRow(
        line=line,
        failed_with=failure_title(line.reason),
        because=tuple(because_sentence(line.route, code) for code in line.because),
        conflicts=tuple(conflict_sentence(code) for code in line.blocked_by),
        refusal=tuple(sentences_of(line.refusal)),
        tone=LINE_TONES[line.state],
        url=url,
        url_label=label,
    )


def described_selection(plan: Plan) -> str:
    """What the plan was made of, in a few words."""
    if "filter" in plan.selection:
        return _("all domains that matched a filter")
    return _("lines refused by another plan") if "again" in plan.selection else _("chosen domains")


def is_final(plan: Plan) -> bool:
    return plan.state in (PlanState.FINISHED, PlanState.CANCELLED)


def _group_row(group: Group, waiting: dict[tuple[str, str], InfoTemplate]) -> GroupRow:
    icon = ROUTE_ICONS[group.route]
    if group.template is not None:
        title = _("Move to %(template)s") % {"template": group.template.name_zh}
        return GroupRow(group, title, group.template.number_masked, icon)
    if group.route is not PlanRoute.BY_HAND:
        return GroupRow(group, str(group.route.label), "", icon)
    why = failure_title(group.reason)
    if _needs_another_holder(group.reason):
        return GroupRow(group, group.holder, why, icon)
    template = waiting.get((group.holder_type, group.holder))
    if template is not None:
        label, url = _("Verify this holder's info template"), _page_of(template)
    else:
        label, url = _("Create an info template for this holder"), reverse("templates:new")
    return GroupRow(group, group.holder, why, icon, label, url)


def _needs_another_holder(code: str) -> bool:
    """A template of a holder who can't pass would help nothing."""
    reason = reasons().get(code)
    return reason is not None and reason.next == "switch"


def _unverified_templates(holders: Iterable[str]) -> dict[tuple[str, str], InfoTemplate]:
    """By holder, the newest that is not verified: verified once, it takes all their domains."""
    rows = living_templates().filter(name_zh__in=list(holders)).defer("document_number")
    open_ones = rows.exclude(state__in=[TemplateState.VERIFIED, TemplateState.DISABLED])
    return {(row.holder_type, row.name_zh): row for row in open_ones.order_by("id")}


def _page_of(template: InfoTemplate) -> str:
    return reverse("templates:detail", args=[template.public_id])


def _leads_to(line: PlanLine) -> tuple[str, str]:
    if line.operation is not None:
        url = reverse("domains:operation", args=[line.operation.public_id])
        return url, str(line.operation.get_state_display())
    if line.submission is not None and line.route == PlanRoute.WAIT:
        return reverse("verification:reverify", args=[line.domain.name]), _("Reminder set")
    if line.submission is not None:
        url = reverse("verification:detail", args=[line.submission.public_id])
        return url, str(line.submission.shown_state.label)
    if line.route == PlanRoute.BY_HAND or line.state == LineState.REFUSED:
        return reverse("verification:reverify", args=[line.domain.name]), _("Go on by hand")
    return "", ""
