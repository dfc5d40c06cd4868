"""Route two: the same holder, corrected materials (seed 003, 重新认证)."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from domains.selectors.domains import find_domain
from registrar.accounts.access import member_required
from registrar.accounts.middleware import own_transactions
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.post_or_back import post_or_back
from registrar.tenancy.context import acting_as
from verification.languages import current_language
from verification.materials_rules import profile_for_suffix
from verification.submission_page import SubmissionPage, respond, respond_panel
from verification.telling import may_see_what_was_read

from .marks import marks_by_field
from .presenting import support_for
from .selectors import Outlook, outlook_for

_CORRECTED = _("Submit corrected materials")
_FIRST = _("Submit real-name materials")


@own_transactions
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.VERIFICATIONS_WRITE)
def reverify_resubmit(request: MemberRequest, name: str) -> HttpResponse:
    """The submission form, prefilled; what may have failed last time stands beside its field.

    A closed gate leads back to the page that says why.
    """
    with acting_as(request.actor):
        outlook = _outlook(request, name)
    if not outlook.resubmit.available:
        return HttpResponseRedirect(_overview(outlook))
    return respond(request, _page(outlook))


@own_transactions
@never_cache
@member_required(Permission.VERIFICATIONS_WRITE)
@post_or_back("verification:reverify_resubmit", "name")
def check_resubmit(request: MemberRequest, name: str) -> HttpResponse:
    """The pre-check of the form as it is typed now; a live part of the page above."""
    with acting_as(request.actor):
        outlook = _outlook(request, name)
    if not outlook.resubmit.available:
        return HttpResponseRedirect(_overview(outlook))
    return respond_panel(request, _page(outlook))


def _outlook(request: MemberRequest, name: str) -> Outlook:
    return outlook_for(
        find_domain(name),
        language=current_language(),
        with_read=may_see_what_was_read(request.actor),
    )


def _page(outlook: Outlook) -> SubmissionPage:
    domain, last = outlook.domain, outlook.submission
    failure = outlook.failure
    return SubmissionPage(
        domain=domain,
        holder_type=domain.holder_type,
        holder_name=domain.registrant_name,
        profile=profile_for_suffix(domain.suffix),
        template_name="verification/reverification/resubmit.html",
        own_url=reverse("verification:reverify_resubmit", args=[domain.name]),
        check_url=reverse("verification:check_resubmit", args=[domain.name]),
        cancel_url=_overview(outlook),
        initial={"document_type": last.document_type} if last else {},
        marks=marks_by_field(failure["reasons"]) if failure else {},
        context={
            "domain": domain,
            "outlook": outlook,
            "last_number": last.number_masked if last else "",
            "support": support_for(outlook),
            "inner": True,
            "heading": _CORRECTED if failure else _FIRST,
        },
    )


def _overview(outlook: Outlook) -> str:
    return reverse("verification:reverify", args=[outlook.domain.name])
