"""Staff's pages that write the lists, below /admin/templates_app/<list>/."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from registrar.accounts.requests import StaffRequest
from registrar.errors import InvalidInput, NotFound
from templates_app.models import RestrictedSubject
from templates_app.models.restrictions import Entry

from . import services
from .forms import FORMS, NEW, EntryForm
from .keepers import MANAGE
from .lists import LISTS, SUBJECTS, EntryList


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, list_name: str) -> HttpResponse:
    require_keeper(request)
    entries = LISTS[list_name]
    if request.method != "POST":
        return _form_page(request, entries, FORMS[list_name](initial=NEW[list_name]))
    form = FORMS[list_name](request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                entry = services.add_entry(
                    actor=request.actor, entries=entries, values=form.typed()
                )
        except InvalidInput as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("It is on the list and counts from now on."))
            return HttpResponseRedirect(entry_url(entries, entry.pk))
    return _form_page(request, entries, form, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: StaffRequest, list_name: str, pk: int) -> HttpResponse:
    require_keeper(request)
    entries = LISTS[list_name]
    entry = _in_force(entries, pk)
    if request.method != "POST":
        form = FORMS[list_name](initial=entries.typed(entry))
        return _form_page(request, entries, form, entry=entry)
    form = FORMS[list_name](request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                services.edit_entry(
                    actor=request.actor, entries=entries, pk=pk, values=form.typed()
                )
        except InvalidInput as refusal:
            form.add_refusal(refusal)
        else:
            messages.success(request, _("The entry is saved."))
            return HttpResponseRedirect(entry_url(entries, pk))
    return _form_page(request, entries, form, entry=entry, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: StaffRequest, list_name: str, pk: int) -> HttpResponse:
    require_keeper(request)
    entries = LISTS[list_name]
    if request.method != "POST":
        return HttpResponseRedirect(entry_url(entries, pk))
    try:
        services.remove_entry(actor=request.actor, entries=entries, pk=pk)
    except NotFound:
        messages.warning(request, _("It was removed already."))
    else:
        messages.success(request, _("It is off the list and counts no longer."))
    return HttpResponseRedirect(list_url(entries))


@require_http_methods(["GET", "HEAD", "POST"])
def bar(request: StaffRequest, pk: int) -> HttpResponse:
    """Disable the info templates that the subject has now."""
    require_keeper(request)
    if request.method != "POST":
        return HttpResponseRedirect(entry_url(SUBJECTS, pk))
    subject = _in_force(SUBJECTS, pk)
    if not isinstance(subject, RestrictedSubject):
        raise Http404
    done = services.bar_templates(actor=request.actor, subject=subject)
    words = ngettext(
        "%(count)d info template is disabled.", "%(count)d info templates are disabled.", done
    )
    messages.success(request, words % {"count": done})
    return HttpResponseRedirect(entry_url(SUBJECTS, pk))


def require_keeper(request: HttpRequest) -> None:
    """403 for staff who don't keep the lists."""
    if not request.user.has_perm(MANAGE):
        raise PermissionDenied


def list_url(entries: EntryList) -> str:
    return reverse(f"admin:{url_name(entries, 'changelist')}")


def entry_url(entries: EntryList, pk: int) -> str:
    return reverse(f"admin:{url_name(entries, 'change')}", args=[pk])


def url_name(entries: EntryList, page: str) -> str:
    """The name of one of the list's addresses in the admin."""
    return f"{entries.model._meta.app_label}_{entries.model._meta.model_name}_{page}"


def page_context(request: HttpRequest, entries: EntryList, title: str) -> dict[str, Any]:
    """What every page of a list needs."""
    return {
        **admin.site.each_context(request),
        "title": title,
        "opts": entries.model._meta,
        "entries": entries,
        "list_url": list_url(entries),
        "form_url": request.path,
    }


def _form_page(
    request: HttpRequest,
    entries: EntryList,
    form: EntryForm,
    *,
    entry: Entry | None = None,
    status: int = 200,
) -> HttpResponse:
    title = _("Edit entry") if entry else _("Add to the list")
    if isinstance(entry, RestrictedSubject) and entry.number_masked:
        form.fields["number"].help_text = _("Leave it empty to keep %(number)s.") % {
            "number": entry.number_masked
        }
    back = entry_url(entries, entry.pk) if entry else list_url(entries)
    context = page_context(request, entries, title) | {"form": form, "entry": entry, "back": back}
    return render(request, "admin/templates_app/entry_form.html", context, status=status)


def _in_force(entries: EntryList, pk: int) -> Entry:
    found: Entry | None = entries.model._default_manager.filter(
        pk=pk, removed_at__isnull=True
    ).first()
    if found is None:
        raise Http404
    return found
