"""Imports and their rows as pages show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from registrar.errors import Text

from .kinds import SheetKind
from .models import SheetRow
from .refusals import told_errors
from .states import ImportState, RowState

IMPORT_TONES: dict[str, str] = {
    ImportState.READING: "info",
    ImportState.PREVIEW: "warn",
    ImportState.APPLYING: "info",
    ImportState.DONE: "ok",
    ImportState.CANCELLED: "muted",
    ImportState.FAILED: "bad",
}
ROW_TONES: dict[str, str] = {
    RowState.READ: "muted",
    RowState.READY: "info",
    RowState.UNCHANGED: "muted",
    RowState.DUPLICATE: "warn",
    RowState.WRONG: "bad",
    RowState.QUEUED: "info",
    RowState.DONE: "ok",
    RowState.REFUSED: "bad",
    RowState.SKIPPED: "muted",
}
_FLAGS: Mapping[str, Text] = {"yes": _("Yes"), "no": _("No")}


@dataclass(frozen=True, slots=True)
class Stat:
    state: str
    label: Text
    count: int
    tone: str


@dataclass(frozen=True, slots=True)
class Change:
    label: Text
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowInWords:
    """A row with the names of its columns, in the active language."""

    row: SheetRow
    tone: str
    effect: Text
    changes: list[Change]
    errors: list[tuple[Text, str]]


def stats_of(counts: Mapping[str, int]) -> list[Stat]:
    """What there is, in the order of the states."""
    return [
        Stat(state.value, state.label, counts[state], ROW_TONES[state])
        for state in RowState
        if counts.get(state)
    ]


def row_in_words(kind: SheetKind, row: SheetRow) -> RowInWords:
    labels = {column.field: column.label for column in kind.columns}
    flags = {column.field for column in kind.columns if column.is_flag}
    effect = kind.effects.get(row.effect)
    return RowInWords(
        row=row,
        tone=ROW_TONES[row.state],
        effect=effect.label if effect else "",
        changes=[
            Change(
                labels.get(c["field"], c["field"]),
                *(_said(c[when], is_flag=c["field"] in flags) for when in ("before", "after")),
            )
            for c in row.changes
        ],
        errors=[(labels.get(e["field"], ""), e["message"]) for e in told_errors(row.errors)],
    )


def _said(value: str, *, is_flag: bool) -> str:
    """Yes and no are kept as codes, which the API answers too."""
    return str(_FLAGS.get(value, value)) if is_flag else value


def needs_code(kind: SheetKind, effects: Iterable[str]) -> bool:
    """Whether whoever confirms has to enter a verification code."""
    return any(kind.effects[effect].purpose for effect in effects)
