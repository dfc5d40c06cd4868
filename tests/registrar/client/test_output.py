"""Tables and texts on a terminal."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.client.cli.output import colours
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.printer import Printer
from registrar.client.cli.output.table import Cell, render
from registrar.client.cli.output.width import clean, clip, pad, width

TEXTS = st.text(alphabet="ab例子，。é\u0301🙂 ")


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("例子.cn", 7), ("e\u0301", 1), ("，", 2), ("", 0)]
)
def test_chinese_takes_two_columns(text, columns):
    assert width(text) == columns


@given(TEXTS, st.integers(0, 12))
def test_clipped_texts_fit(text, columns):
    assert width(clip(text, columns)) <= columns or width(text) <= columns
    assert width(pad(clip(text, columns), columns)) >= min(columns, width(text))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1), st.integers(30, 60))
def test_tables_fit_the_terminal(rows, room):
    cells = [[Cell(text) for text in row] for row in rows]
    lines = render(["a", "b", "c"], cells, room=room, colour=False)
    assert all(width(line) <= room for line in lines)


def test_columns_stand_below_each_other():
    lines = render(
        ["a", "b"], [[Cell("例子"), Cell("x")], [Cell("abcd"), Cell("y")]], room=None, colour=False
    )
    assert lines == ["a     b", "例子  x", "abcd  y"]


def test_what_a_server_says_does_not_steer_the_terminal():
    assert clean("a\x1b[2Jb\r\nc") == "a [2Jb  c"
    assert "\x1b" not in "".join(render(["t"], [[Cell("\x1b]0;x\x07")]], room=None, colour=False))


def test_lines_keep_breaks_and_our_colours_and_nothing_else_that_steers():
    out, err = StringIO(), StringIO()
    printer = Printer(as_json=False, out=out, err=err)
    text = "\x1b[31ma\x1b[0m\n\x1b]0;b\x07\x1b[2J\x9bc\r"
    printer.line(text)
    printer.say(text)
    assert out.getvalue() == err.getvalue() == "\x1b[31ma\x1b[0m\n ]0;b  [2J c \n"


def test_each_document_is_one_write():
    class Pieces(StringIO):
        def write(self, text):
            pieces.append(text)
            return len(text)

    pieces = []
    Printer(as_json=True, out=Pieces()).rows([{"a": [1, 2]}, {"b": None}])
    assert pieces == ['{"a": [1, 2]}\n', '{"b": null}\n']


class _Terminal:
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them():
    assert colours.wanted(_Terminal(), {})
    assert not colours.wanted(_Terminal(), {"NO_COLOR": "1"})
    assert not colours.wanted(_Terminal(), {"TERM": "dumb"})
    assert colours.paint("x", "failed") == "\x1b[31mx\x1b[0m"
    assert colours.paint("x", "no such state") == "x"


def test_moments_that_are_none_are_shown_as_they_come():
    assert moment("2026-11-27T02:00:00+00:00").startswith("2026-11-2")
    assert (moment("soon"), moment(None)) == ("soon", "")
