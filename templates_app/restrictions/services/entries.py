"""One entry at a time."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.actor import Actor
from templates_app.models.restrictions import Entry
from templates_app.models.restrictions_kept import Change
from templates_app.restrictions.cleaning import Values
from templates_app.restrictions.history import record_change
from templates_app.restrictions.keepers import require_keeper
from templates_app.restrictions.lists import EntryList

_LISTED = _("This is on the list already.")


def add_entry(*, actor: Actor, entries: EntryList, values: Values) -> Entry:
    """Put it on the list; it counts from the next question on.

    NotPermitted; InvalidInput names every field that is wrong, `already_listed` among them.
    Info templates that it concerns stay as they are: see `bar_templates`.
    """
    require_keeper(actor)
    entry = entries.model(**entries.clean(values), added_by=actor.label[:128])
    _save(entry, entries)
    record_change(
        actor=actor,
        list_name=entries.name,
        action=Change.ADDED,
        entry_id=entry.pk,
        after=entries.shown(entry),
    )
    return entry


def edit_entry(*, actor: Actor, entries: EntryList, pk: int, values: Values) -> Entry:
    """Change it. An empty document number means: the same. What is no change writes nothing.

    NotFound once it is removed; otherwise as `add_entry`.
    """
    require_keeper(actor)
    entry = _locked(entries, pk)
    before = entries.shown(entry)
    old_index = getattr(entry, "number_index", "")
    for name, value in entries.clean(entries.keep_number(entry, values)).items():
        setattr(entry, name, value)
    after = entries.shown(entry)
    changed = [name for name in after if after[name] != before[name]]
    if not changed and old_index == getattr(entry, "number_index", ""):
        return entry
    _save(entry, entries)
    record_change(
        actor=actor,
        list_name=entries.name,
        action=Change.EDITED,
        entry_id=entry.pk,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    return entry


def remove_entry(*, actor: Actor, entries: EntryList, pk: int) -> None:
    """Take it off the list: it counts no longer, and stays to be looked up. NotFound when it is
    removed already."""
    require_keeper(actor)
    entry = _locked(entries, pk)
    entry.removed_at = timezone.now()
    entry.save(update_fields=["removed_at", "updated_at"])
    record_change(
        actor=actor,
        list_name=entries.name,
        action=Change.REMOVED,
        entry_id=entry.pk,
        before=entries.shown(entry),
    )


def _locked(entries: EntryList, pk: int) -> Entry:
    rows = entries.model._default_manager.select_for_update()
    entry: Entry | None = rows.filter(pk=pk, removed_at__isnull=True).first()
    if entry is None:
        raise NotFound
    return entry


def _save(entry: Entry, entries: EntryList) -> None:
    """The database has the last word on what is listed already."""
    field = "name" if "name" in entries.columns else "word"
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise InvalidInput(errors=[FieldError(field, "already_listed", _LISTED)]) from None
