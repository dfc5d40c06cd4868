"""/support/new/: one form for every failure; what will be attached is shown before it is sent."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, NotFound
from registrar.form_errors import refusals_shown_in
from verification.languages import current_language
from verification.support.about import NAMES, About, find_about
from verification.support.forms import RequestForm
from verification.support.models import SupportRequest
from verification.support.presenting import ShownAttachment, shown_attachment
from verification.support.rules import MAX_MESSAGE, subject_from, tidy
from verification.support.selectors import open_request_about
from verification.support.services.opening import Opened, open_request
from verification.support.snapshot import attached_to


@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.SUPPORT_WRITE)
def new_request(request: MemberRequest) -> HttpResponse:
    """`?submission=` and the other NAMES, or `?message=`, say what it is about."""
    if request.method == "POST":
        return _send(request)
    about = _about(request, tidy(request.GET.get("message", ""))[:MAX_MESSAGE])
    twin = open_request_about(**about.keys())
    if twin is not None:
        messages.info(request, _("You have asked about this already. Write here."))
        return HttpResponseRedirect(_page_of(twin))
    return _page(request, about, None)


def _send(request: MemberRequest) -> HttpResponse:
    form = RequestForm(request.POST)
    about = _about(request, request.POST.get("message", ""))
    if "preview" in request.POST:
        return _page(request, about, RequestForm(initial=request.POST.dict()))
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("text", "subject", "contact_ok")}
        with refusals_shown_in(form):
            opened = open_request(actor=request.actor, about=about, **given)
        if not form.errors:
            return _sent(request, opened)
    return _page(request, about, form, status=400)


def _sent(request: MemberRequest, opened: Opened) -> HttpResponse:
    if opened.new:
        messages.success(request, _("Sent. The answer comes here and by mail."))
    else:
        messages.info(request, _("A request about this is open: your message is in it."))
    return HttpResponseRedirect(_page_of(opened.request))


def _about(request: MemberRequest, message: str) -> About:
    """From the address, for GET and POST alike; NotFound for what is not in this account."""
    named = {name: request.GET.get(name, "") for name in NAMES}
    try:
        return find_about(actor=request.actor, named=named, message=message)
    except InvalidInput:
        raise NotFound from None


def _page(
    request: MemberRequest, about: About, form: RequestForm | None, *, status: int = 200
) -> HttpResponse:
    """The form, new or as it was sent, beside what goes with it."""
    # More than is taken is refused; nobody has to see all of it explained.
    shown = replace(about, message=tidy(about.message)[:MAX_MESSAGE])
    attached = shown_attachment(attached_to(shown, actor=request.actor), current_language())
    context = {
        "form": form or RequestForm(initial=_initial(shown, attached)),
        "attached": attached,
        "has_object": any(about.keys().values()),
    }
    return render(request, "support/new.html", context, status=status)


def _initial(about: About, attached: ShownAttachment) -> dict[str, str]:
    """A subject from the domain and what is said first about it; never the holder's name."""
    said = [reason["title"] for reason in attached.reasons] or list(attached.messages)
    named = [about.domain.unicode_name] if about.domain else []
    return {"message": about.message, "subject": subject_from(" · ".join([*named, *said[:1]]))}


def _page_of(row: SupportRequest) -> str:
    return reverse("support:detail", args=[row.public_id])
