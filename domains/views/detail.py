from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from domains.epp_texts import explain_statuses
from domains.forms import TagsForm
from domains.models import Domain
from domains.presenting import actions_of, kind_label, operation_badge, status_badge
from domains.selectors.domains import find_domain
from domains.selectors.operations import open_operations_of
from domains.services.domains import update_domain
from domains.timeline import timeline_of
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.console.object_panels import panels_for
from registrar.errors import InvalidInput
from registrar.post_or_back import post_or_back


@require_GET
@member_required(Permission.DOMAINS_READ)
def domain_detail(request: MemberRequest, name: str) -> HttpResponse:
    """One domain; the address with its U-label leads to the one with its A-label."""
    domain = find_domain(name)
    if name != domain.name:
        return redirect("domains:detail", domain.name)
    return detail_page(request, domain, TagsForm(initial={"tags": ", ".join(domain.tags)}))


def detail_page(
    request: MemberRequest, domain: Domain, form: TagsForm, status: int = 200
) -> HttpResponse:
    """The page, with the form of tags as it was sent."""
    context = {
        "domain": domain,
        "badge": status_badge(domain),
        "actions": actions_of(domain, request.actor),
        "epp_statuses": explain_statuses(domain.epp_statuses),
        "open_operations": [
            (operation, kind_label(operation), operation_badge(operation))
            for operation in open_operations_of(domain)
        ],
        "timeline": timeline_of(domain),
        "panels": panels_for("domain.detail", request, domain),
        "tags_form": form,
        "may_write": request.actor.may(Permission.DOMAINS_WRITE),
    }
    return render(request, "domains/detail.html", context, status=status)


@member_required(Permission.DOMAINS_WRITE)
@post_or_back("domains:detail", "name")
def domain_tags(request: MemberRequest, name: str) -> HttpResponse:
    domain = find_domain(name)
    form = TagsForm(request.POST)
    if form.is_valid():
        try:
            update_domain(actor=request.actor, domain=domain, tags=form.words())
        except InvalidInput as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("The tags are saved."))
            return HttpResponseRedirect(reverse("domains:detail", args=[domain.name]))
    return detail_page(request, domain, form, status=400)
