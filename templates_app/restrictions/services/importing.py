"""A whole file: looked through first, taken over when the same person confirms it."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q
from django.utils import timezone

from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.tenancy.actor import Actor
from templates_app.models import RestrictionImport
from templates_app.models.restrictions_kept import Change
from templates_app.restrictions.cleaning import Columns
from templates_app.restrictions.csv_rows import Row, decode, read_rows
from templates_app.restrictions.history import record_change
from templates_app.restrictions.keepers import require_keeper
from templates_app.restrictions.lists import EntryList

BATCH = 1_000
SHOWN_ERRORS = 100
SHOWN_ROWS = 20
_WAITS = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RowErrors:
    """What is wrong with one line of the file."""

    number: int
    errors: tuple[FieldError, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file would do, or has done: how many rows are new, listed already, and wrong.

    `errors` and `rows` are the first of them, to be shown; `pending` is what confirms it.
    """

    new: int
    listed: int
    wrong: int
    errors: tuple[RowErrors, ...]
    rows: tuple[Row, ...]
    pending: uuid.UUID | None = None


def receive_import(*, actor: Actor, entries: EntryList, content: bytes) -> Outcome:
    """Look through a file of at most MAX_ROWS rows and keep it, sealed, until it is confirmed.

    Nothing is put on the list. InvalidInput for a file that can't be read; NotPermitted.
    """
    keeper = require_keeper(actor)
    text = decode(content)
    found = _Import(entries)
    for _batch in found.batches(read_rows(text, entries)):
        pass
    RestrictionImport.objects.filter(created_at__lt=timezone.now() - _WAITS).delete()
    pending = None
    if found.new:
        kept = RestrictionImport.objects.create(
            list_name=entries.name, content=text, user_id=keeper.pk
        )
        pending = kept.uid
    return found.outcome(pending)


def apply_import(*, actor: Actor, entries: EntryList, pending: str) -> Outcome:
    """Put the right rows of a file that was received on the list; wrong ones are left out.

    NotFound when it was used already, has waited for more than a day, or is somebody else's.
    """
    keeper = require_keeper(actor)
    kept = _take(pending, entries, keeper.pk)
    found = _Import(entries)
    for batch in found.batches(read_rows(kept.content or "", entries)):
        rows = [entries.model(**columns, added_by=actor.label[:128]) for columns in batch]
        # Somebody may have listed one of them this very moment: the first one stays.
        entries.model._default_manager.bulk_create(rows, ignore_conflicts=True)
    kept.delete()
    outcome = found.outcome(None)
    record_change(
        actor=actor,
        list_name=entries.name,
        action=Change.IMPORTED,
        after={"new": outcome.new, "listed": outcome.listed, "wrong": outcome.wrong},
    )
    return outcome


class _Import:
    """Goes through a file, batch by batch, and counts."""

    def __init__(self, entries: EntryList) -> None:
        self.entries = entries
        self.seen: set[tuple[Any, ...]] = set()
        self.errors: list[RowErrors] = []
        self.rows: list[Row] = []
        self.new = self.listed = self.wrong = 0

    def batches(self, rows: Iterator[Row]) -> Iterator[list[Columns]]:
        """Columns of what is right and not listed yet, a thousand rows of the file at a time."""
        while batch := list(islice(rows, BATCH)):
            cleaned = [(row, columns) for row in batch if (columns := self._clean(row))]
            known = self._known(columns for _row, columns in cleaned)
            fresh = []
            for row, columns in cleaned:
                key = tuple(columns[name] for name in self.entries.unique)
                if key in known or key in self.seen:
                    self.listed += 1
                    continue
                self.seen.add(key)
                fresh.append(columns)
                if len(self.rows) < SHOWN_ROWS:
                    self.rows.append(row)
            self.new += len(fresh)
            yield fresh

    def outcome(self, pending: uuid.UUID | None) -> Outcome:
        return Outcome(
            self.new, self.listed, self.wrong, tuple(self.errors), tuple(self.rows), pending
        )

    def _clean(self, row: Row) -> Columns | None:
        try:
            return self.entries.clean(row.values)
        except InvalidInput as refused:
            self.wrong += 1
            if len(self.errors) < SHOWN_ERRORS:
                self.errors.append(RowErrors(row.number, refused.errors))
            return None

    def _known(self, batch: Iterable[Columns]) -> set[tuple[Any, ...]]:
        """Which of the batch are in force already: one query."""
        rows = list(batch)
        wanted = Q(pk__in=[])
        for name in self.entries.unique:
            # An empty key is shared by all who have none; a cause by everybody.
            values = {columns[name] for columns in rows if columns[name]}
            if name != "cause":
                wanted |= Q(**{f"{name}__in": values})
        found = self.entries.model._default_manager.filter(wanted, removed_at__isnull=True)
        return set(found.values_list(*self.entries.unique))


def _take(pending: str, entries: EntryList, user_id: int) -> RestrictionImport:
    try:
        uid = uuid.UUID(pending)
    except ValueError:
        raise NotFound from None
    rows = RestrictionImport.objects.select_for_update().filter(
        uid=uid,
        list_name=entries.name,
        user_id=user_id,
        created_at__gte=timezone.now() - _WAITS,
    )
    found = rows.first()
    if found is None:
        raise NotFound
    return found
