"""Where everything that is printed goes."""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from . import colours
from .table import Cell, render
from .width import clean, pad, steady, width


class Printer:
    """`data` and what is made of it go to stdout; `say` speaks to the person, on stderr."""

    def __init__(
        self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None
    ) -> None:
        self.as_json = as_json
        self._out, self._err = out or sys.stdout, err or sys.stderr
        self._colour = colours.wanted(self._out)
        self.err_is_terminal = self._err.isatty()

    def data(self, document: Any) -> None:
        """The API's JSON as it came, in one document."""
        json.dump(document, self._out, ensure_ascii=False, indent=2)
        self._out.write("\n")

    def rows(self, documents: Iterable[Any]) -> None:
        """One JSON document a line (NDJSON), each as soon as it is there."""
        for document in documents:
            # In one write: a receiver prints from several threads.
            self._out.write(json.dumps(document, ensure_ascii=False) + "\n")
            self._out.flush()

    def table(self, titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        room = shutil.get_terminal_size().columns if self._out.isatty() else None
        for line in render(titles, rows, room=room, colour=self._colour):
            self._out.write(line + "\n")

    def facts(self, pairs: Sequence[tuple[str, str | Cell]]) -> None:
        """Names and values below each other; empty values are left out."""
        shown = [(name, value if isinstance(value, Cell) else Cell(value)) for name, value in pairs]
        shown = [(name, cell) for name, cell in shown if cell.text]
        columns = max((width(name) for name, _cell in shown), default=0)
        for name, cell in shown:
            self.line(f"{self.painted(pad(name, columns), 'faint')}  {self.cell(cell)}")

    def line(self, text: str = "") -> None:
        self._out.write(steady(text) + "\n")

    def flush(self) -> None:
        self._out.flush()

    def cell(self, cell: Cell) -> str:
        return self.painted(clean(cell.text), cell.state)

    def painted(self, text: str, state: str) -> str:
        return colours.paint(text, state) if self._colour else text

    def say(self, text: str = "") -> None:
        self._err.write(steady(text) + "\n")
        self._err.flush()

    def progress(self, text: str) -> None:
        """The line that is being written over; only where somebody looks."""
        if self.err_is_terminal:
            self._err.write(f"\r\x1b[K{clean(text)}")
            self._err.flush()

    def progress_ends(self) -> None:
        self.progress("")
