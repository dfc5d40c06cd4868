"""/domains/register/: asking for a name that nobody has yet."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from domains.registration_form import RegistrationForm, templates_to_register_with
from domains.services.registration import register_domain
from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import ServiceError
from templates_app.selectors import get_template

from .answering import to_new_operation, to_open_operation


@require_http_methods(["GET", "HEAD", "POST"])
@member_required(Permission.OPERATIONS_WRITE)
def register(request: MemberRequest) -> HttpResponse:
    """The address may name what a failed one had: `name`, `template`, `years`."""
    templates = templates_to_register_with()
    if request.method != "POST":
        asked = {name: request.GET[name] for name in RegistrationForm.PREFILLED & {*request.GET}}
        return _page(request, RegistrationForm(templates, initial={"years": 1} | asked))
    form = RegistrationForm(templates, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    wanted = form.cleaned_data
    try:
        template = get_template(wanted.pop("template"))
        operation = register_domain(actor=request.actor, template=template, **wanted)
    except ServiceError as refusal:
        form.add_refusal(refusal)
        under_way = to_open_operation(request, refusal)
        return under_way or _page(request, form, status=refusal.status)
    return to_new_operation(request, operation)


def _page(request: MemberRequest, form: RegistrationForm, status: int = 200) -> HttpResponse:
    return render(request, "domains/register.html", {"form": form}, status=status)
