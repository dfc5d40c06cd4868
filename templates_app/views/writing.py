"""The form: a new template, a correction, a new version."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.accounts.access import member_required
from registrar.accounts.permissions import Permission
from registrar.accounts.requests import MemberRequest
from registrar.errors import InvalidInput, StateConflict
from registrar.tenancy.actor import Actor
from templates_app import services
from templates_app.fields_of import FIELD_NAMES, fields_of
from templates_app.findings import find_problems, warnings_of
from templates_app.forms import TemplateForm, initial_of
from templates_app.gates import edit_blockers, version_blockers
from templates_app.models import HolderType, InfoTemplate
from templates_app.rules.problems import Problem
from templates_app.rules.template_rules import TemplateFields
from templates_app.sections import sections_of
from templates_app.selectors import get_template
from templates_app.services.locking import require_open
from templates_app.tidy import suggest_english, tidy
from templates_app.tokens import new_token, read_token
from templates_app.ways_in import ways_in_for

from .conflicts import show_conflict

Save = Callable[[TemplateFields, str], InfoTemplate]
# As much as any field of the form takes.
_LONGEST = 255
_form_methods = require_http_methods(["GET", "POST"])


@member_required(Permission.TEMPLATES_WRITE)
@_form_methods
def new_template(request: MemberRequest) -> HttpResponse:
    prefilled = request.method == "POST" and "prefill" in request.POST
    given = request.POST.get("holder_type") if prefilled else request.GET.get("holder")
    holder_type = given or ""
    if holder_type not in HolderType.values:
        holder_type = HolderType.INDIVIDUAL.value
    handed_over = request.POST.get("token", "") if prefilled else ""
    token = _unused(request.actor, handed_over) or new_token(request.actor)
    initial = {"country": "CN", "phone_country_code": "86", "token": token}
    make_form = partial(TemplateForm, holder_type=holder_type, initial=initial)

    def save(fields: TemplateFields, token: str) -> InfoTemplate:
        uid = read_token(request.actor, token)
        return services.create_template(actor=request.actor, fields=fields, uid=uid)

    page = {
        "title": _("Create info template"),
        "holder_types": HolderType.choices,
        "ways_in": ways_in_for(request.actor),
    }
    if prefilled:
        return _show_prefilled(request, make_form, page)
    return _form_page(request, make_form, save, page)


@member_required(Permission.TEMPLATES_WRITE)
@_form_methods
def edit_template(request: MemberRequest, template_id: str) -> HttpResponse:
    template = get_template(template_id)
    require_open(edit_blockers(template.state))

    def save(fields: TemplateFields, token: str) -> InfoTemplate:
        return services.edit_template(
            actor=request.actor, template=template, fields=fields, expected=token or "none"
        )

    make_form = _form_of(template, token=services.edit_token(template))
    page = {"title": _("Edit info template"), "template": template}
    return _form_page(request, make_form, save, page, notes=warnings_of(template))


@member_required(Permission.TEMPLATES_WRITE)
@_form_methods
def new_version(request: MemberRequest, template_id: str) -> HttpResponse:
    template = get_template(template_id)
    require_open(version_blockers(template.state))

    def save(fields: TemplateFields, token: str) -> InfoTemplate:
        uid = read_token(request.actor, token)
        return services.create_version(
            actor=request.actor, template=template, fields=fields, uid=uid
        )

    make_form = _form_of(template, token=new_token(request.actor))
    page = {"title": _("New version"), "template": template, "is_version": True}
    return _form_page(request, make_form, save, page, notes=warnings_of(template))


def _show_prefilled(
    request: MemberRequest, make_form: Callable[..., TemplateForm], page: dict[str, Any]
) -> HttpResponse:
    """The form with what another page hands over (`ways_in`): the fields that `take` names.

    Nothing is judged or saved yet. By POST, so that no name or number gets into an address.
    """
    form = make_form()
    taken = set(request.POST.getlist("take")) & set(FIELD_NAMES)
    given = {name: request.POST.get(name, "")[:_LONGEST] for name in taken}
    form.initial = {**form.initial, **_english_of(given, form.holder_type), **given}
    response = _show(request, form, page | {"prefilled": bool(taken)})
    add_never_cache_headers(response)
    return response


def _unused(actor: Actor, token: str) -> str:
    """The token that another page hands over; "" where it is none, or its template is made: who
    goes back to that page and on again makes another one."""
    uid = read_token(actor, token)
    return token if uid and not InfoTemplate.objects.filter(uid=uid).exists() else ""


def _english_of(given: dict[str, str], holder_type: str) -> dict[str, str]:
    """Our suggestions for the English fields."""
    sources = ("name_zh", "contact_name_zh", "address_zh")
    return suggest_english(holder_type, **{name: given.get(name, "") for name in sources})


def _form_of(template: InfoTemplate, *, token: str) -> Callable[..., TemplateForm]:
    return partial(
        TemplateForm,
        holder_type=template.holder_type,
        masked_number=template.number_masked,
        initial=initial_of(fields_of(template)) | {"token": token},
    )


def _form_page(
    request: MemberRequest,
    make_form: Callable[..., TemplateForm],
    save: Save,
    page: dict[str, Any],
    *,
    notes: Iterable[Problem] = (),
) -> HttpResponse:
    """Show the form, or save it; whatever is refused, what was typed stays in it."""
    if request.method == "GET":
        return _show(request, make_form(), page, notes=notes)
    form = make_form(_with_english(request.POST, make_form().holder_type))
    form.full_clean()
    fields = form.typed_fields()
    try:
        saved = save(fields, form.cleaned_data["token"])
    except InvalidInput as refused:
        for error in refused.errors:
            form.add_error(error.field if error.field in form.fields else None, str(error.message))
        doubts = [p for p in find_problems(tidy(fields)) if not p.blocks]
        return _show(request, form, page, status=400, notes=doubts)
    except StateConflict as conflict:
        show_conflict(form, conflict, page.get("template"))
        return _show(request, form, page, status=409)
    messages.success(request, _("The info template is saved."))
    return HttpResponseRedirect(reverse("templates:detail", args=[saved.public_id]))


def _show(
    request: MemberRequest,
    form: TemplateForm,
    page: dict[str, Any],
    *,
    status: int = 200,
    notes: Iterable[Problem] = (),
) -> HttpResponse:
    context = page | {
        "form": form,
        "sections": sections_of(form, notes),
        "holder_type": form.holder_type,
    }
    response = render(request, "templates_app/form.html", context, status=status)
    if form.is_bound:
        # It repeats a document number that was just typed.
        add_never_cache_headers(response)
    return response


def _with_english(post: QueryDict, holder_type: str) -> QueryDict:
    """What was sent, empty English fields filled, so that a refused form shows them too."""
    filled = post.copy()
    suggested = suggest_english(
        holder_type,
        name_zh=post.get("name_zh", ""),
        contact_name_zh=post.get("contact_name_zh", ""),
        address_zh=post.get("address_zh", ""),
    )
    for name, text in suggested.items():
        if text and not post.get(name, "").strip():
            filled[name] = text
    return filled
