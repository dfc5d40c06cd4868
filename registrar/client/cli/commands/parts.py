"""Pieces that several commands show."""

from collections.abc import Iterable

from registrar.client.cli.output.labels import label
from registrar.client.cli.output.table import Cell
from registrar.client.shapes.common import Blocker
from registrar.client.texts import gettext as _


def state_cell(state: str) -> Cell:
    return Cell(label(state), state)


def blockers_text(blockers: Iterable[Blocker]) -> str:
    """All reasons in one line, each with its day where known."""
    # Texts within f-strings aren't collected for translation.
    until = _("until %(day)s")
    return " ".join(
        f"{b['message']} ({until % {'day': b['until']}})" if b["until"] else b["message"]
        for b in blockers
    )
