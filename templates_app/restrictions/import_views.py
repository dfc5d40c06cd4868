"""Staff's pages for a whole file: upload, preview, confirm."""

from typing import Any

from django.contrib import messages
from django.forms import ChoiceField
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from registrar.errors import InvalidInput, NotFound
from registrar.uploads import was_cut_off

from . import services
from .csv_rows import MAX_BYTES, MAX_ROWS
from .forms import FORMS, UploadForm
from .lists import LISTS, EntryList
from .services.importing import Outcome
from .views import StaffRequest, list_url, page_context, require_keeper, url_name

_TEMPLATE = "admin/templates_app/entry_import.html"


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: StaffRequest, list_name: str) -> HttpResponse:
    """Take a file and show what it would do; nothing is on the list yet."""
    require_keeper(request)
    entries = LISTS[list_name]
    if request.method != "POST":
        return _page(request, entries, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if was_cut_off(request):
        form.add_error("file", _("The file has more than 20 MB. Split it."))
    if form.is_valid():
        content = form.cleaned_data["file"].read(MAX_BYTES + 1)
        try:
            found = services.receive_import(actor=request.actor, entries=entries, content=content)
        except InvalidInput as refusal:
            for error in refusal.errors:
                form.add_error("file", str(error.message))
        else:
            return _page(request, entries, UploadForm(), found=found)
    return _page(request, entries, form, status=400)


@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: StaffRequest, list_name: str) -> HttpResponse:
    """Take over the file that was shown before."""
    require_keeper(request)
    entries = LISTS[list_name]
    if request.method != "POST":
        return HttpResponseRedirect(reverse(f"admin:{url_name(entries, 'import')}"))
    try:
        done = services.apply_import(
            actor=request.actor, entries=entries, pending=request.POST.get("pending", "")
        )
    except NotFound:
        messages.warning(request, _("This file was taken over already, or has waited too long."))
    else:
        words = _("%(new)d entries were added; %(listed)d were listed already.")
        messages.success(request, words % {"new": done.new, "listed": done.listed})
    return HttpResponseRedirect(list_url(entries))


def _page(
    request: StaffRequest,
    entries: EntryList,
    form: UploadForm,
    *,
    found: Outcome | None = None,
    status: int = 200,
) -> HttpResponse:
    context = page_context(request, entries, _("Import from a file")) | {
        "form": form,
        "found": found,
        "most_rows": f"{MAX_ROWS:,}",
        "codes": _codes(entries),
        "rows": _table(entries, found) if found else [],
        "apply_name": f"admin:{url_name(entries, 'apply')}",
    }
    return render(request, _TEMPLATE, context, status=status)


def _codes(entries: EntryList) -> dict[str, list[tuple[str, Any]]]:
    """What may stand in the columns that take codes."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for name, field in FORMS[entries.name].base_fields.items():
        if isinstance(field, ChoiceField):
            choices: Any = field.choices
            found[name] = [(code, label) for code, label in choices if code]
    return found


def _table(entries: EntryList, found: Outcome) -> list[list[tuple[str, str]]]:
    """The first rows, column and cell, as they stand in the file; numbers left out, because a
    preview needs none."""
    return [
        [(name, _cell(name, row.values.get(name, ""))) for name in entries.columns]
        for row in found.rows
    ]


def _cell(name: str, text: str) -> str:
    return "•••" if name == "number" and text else text
