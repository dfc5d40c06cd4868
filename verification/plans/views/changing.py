"""What forms of a plan's page do: change lines, run it, cancel it, plan the refused ones again."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from registrar.accounts.access import member_required
from registrar.accounts.asking_page import asking_page
from registrar.accounts.identity_page import identity_page
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import Blocked, InvalidInput, NotFound, ServiceError, StateConflict
from registrar.post_or_back import post_or_back
from templates_app.models import InfoTemplate
from templates_app.selectors import get_template
from verification.plans.models import Plan
from verification.plans.selectors import find_plan, lines_of
from verification.plans.services.changing import Changed, change_lines
from verification.plans.services.making import plan_again
from verification.plans.services.running import cancel_plan, run_plan
from verification.plans.states import PlanRoute

# A choice such as "change_registrant:tpl_…", or the plain name of another route.
_SEPARATOR = ":"


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("plans:detail", "plan_id")
def plan_change(request: MemberRequest, plan_id: str) -> HttpResponse:
    """Another route for the checked lines, or for the whole group that is shown."""
    plan = find_plan(plan_id)
    group = request.POST.get("group", "")
    try:
        route, template = _choice(request.POST.get("route", ""))
        changed = change_lines(
            actor=request.actor,
            plan=plan,
            lines=_chosen_lines(request, plan, group),
            route=route,
            template=template,
            other_holder=request.POST.get("other_holder") == "on",
        )
    except (InvalidInput, Blocked, StateConflict) as refusal:
        _warn(request, refusal)
    else:
        _tell(request, changed)
    # Back to the group that was shown.
    return HttpResponseRedirect(asking_page(request))


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("plans:detail", "plan_id")
def plan_run(request: MemberRequest, plan_id: str) -> HttpResponse:
    """Without a proof of identity the page for the code comes first, and leads back to the
    question."""
    plan = find_plan(plan_id)
    try:
        run_plan(actor=request.actor, plan=plan)
    except StepUpRequired as asked:
        back = f"{_page(plan)}?{urlencode({'confirm': 1})}"
        return HttpResponseRedirect(identity_page(asked.purpose, back))
    except (InvalidInput, StateConflict) as refusal:
        _warn(request, refusal)
    else:
        messages.success(request, _("The plan runs. You can leave this page."))
    return HttpResponseRedirect(_page(plan))


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("plans:detail", "plan_id")
def plan_cancel(request: MemberRequest, plan_id: str) -> HttpResponse:
    plan = find_plan(plan_id)
    try:
        cancel_plan(actor=request.actor, plan=plan)
    except StateConflict as refusal:
        _warn(request, refusal)
    else:
        messages.success(request, _("The plan is cancelled."))
    return HttpResponseRedirect(_page(plan))


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("plans:detail", "plan_id")
def plan_refused_again(request: MemberRequest, plan_id: str) -> HttpResponse:
    """A new draft of the lines that were refused."""
    plan = find_plan(plan_id)
    try:
        again = plan_again(actor=request.actor, plan=plan)
    except InvalidInput as refusal:
        _warn(request, refusal)
        return HttpResponseRedirect(_page(plan))
    return redirect("plans:detail", again.public_id)


def _choice(text: str) -> tuple[PlanRoute, InfoTemplate | None]:
    name, _separator, template_id = text.partition(_SEPARATOR)
    if name not in PlanRoute.values:
        raise InvalidInput(message=_("Choose what to do with these domains."))
    try:
        return PlanRoute(name), get_template(template_id) if template_id else None
    except NotFound as missing:
        raise InvalidInput(message=missing.message) from None


def _chosen_lines(request: MemberRequest, plan: Plan, group: str) -> list[int]:
    rows = lines_of(plan)
    if request.POST.get("scope") == "group" and group:
        rows = rows.filter(group=group)
    else:
        rows = rows.filter(domain__name__in=request.POST.getlist("domain"))
    pks = list(rows.values_list("pk", flat=True))
    if not pks:
        raise InvalidInput(message=_("Check at least one domain first."))
    return pks


def _tell(request: MemberRequest, changed: Changed) -> None:
    done = ngettext("%(count)d domain changed.", "%(count)d domains changed.", changed.count)
    messages.success(request, done % {"count": changed.count})
    if changed.refused:
        count = len(changed.refused)
        left = ngettext(
            "%(count)d domain stays as it was: %(why)s",
            "%(count)d domains stay as they were: %(why)s",
            count,
        )
        reasons = {b.code: str(b.message) for found in changed.refused.values() for b in found}
        messages.warning(request, left % {"count": count, "why": " ".join(reasons.values())})


def _warn(request: MemberRequest, refusal: ServiceError) -> None:
    for reason in refusal.errors or (refusal,):
        messages.warning(request, str(reason.message))


def _page(plan: Plan) -> str:
    return reverse("plans:detail", args=[plan.public_id])
