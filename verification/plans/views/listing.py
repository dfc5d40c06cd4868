"""/reverification-plans/: the plans of the account, and how a new one is made."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from domains.views.filters import filter_of
from registrar.accounts.access import member_required
from registrar.accounts.asking_page import asking_page
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput
from registrar.listing import list_page
from registrar.post_or_back import post_or_back
from verification.plans.presenting import described_selection, plan_tone
from verification.plans.selectors import NEWEST, counts_of, plans
from verification.plans.services.making import make_plan

_MOST_TOLD = 3


@require_safe
@member_required(Permission.OPERATIONS_READ)
def plan_list(request: MemberRequest) -> HttpResponse:
    """The newest first, each with how far it is."""
    page = list_page(request, plans(), order=NEWEST)
    counts = counts_of(plan.pk for plan in page.items)
    rows = [
        (plan, plan_tone(plan), described_selection(plan), counts[plan.pk]) for plan in page.items
    ]
    return render(request, "plans/list.html", {"rows": rows, **page.links})


@member_required(Permission.OPERATIONS_WRITE)
@post_or_back("plans:list")
def plan_new(request: MemberRequest) -> HttpResponse:
    """From the list of domains: the checked ones, or all that its filter shows."""
    names = request.POST.getlist("domain")
    everything = request.POST.get("scope") == "filter"
    if not names and not everything:
        messages.warning(request, _("Check at least one domain first."))
        return HttpResponseRedirect(asking_page(request))
    try:
        if everything:
            plan = make_plan(actor=request.actor, wanted=filter_of(request.POST))
        else:
            plan = make_plan(actor=request.actor, domains=names)
    except InvalidInput as refusal:
        for reason in refusal.errors[:_MOST_TOLD] or (refusal,):
            messages.warning(request, str(reason.message))
        return HttpResponseRedirect(asking_page(request))
    return redirect("plans:detail", plan.public_id)
