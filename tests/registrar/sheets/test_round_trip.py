"""What leaves as a file and comes back is what it was; on its way it runs nowhere."""

import io

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registrar.csv_out import defused, undefused
from registrar.sheets.columns import Column
from registrar.sheets.reading.opening import open_table
from registrar.sheets.writing.files import file_chunks

COLUMNS = [Column(field="a", label="a"), Column(field="b", label="b")]
# Everything but NUL, which PostgreSQL can't hold, and halves of characters.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
formulas = st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1", "''+x", " =1", "' -", "\r=", "=cmd|' /C"]
)
rows = st.lists(st.tuples(texts | formulas, texts | formulas), min_size=1, max_size=8)


def file_of(kind, cells):
    return b"".join(file_chunks(kind, COLUMNS, [["a", "b"], *cells]))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@given(cells=rows)
@example(cells=[("_x000D_", "a\r\nb"), ("\x0b￾", "_x")])
def test_cells_come_back_as_they_were(kind, cells):
    found = {
        row.number: [undefused(cell) for cell in [*row.cells, "", ""][:2]]
        for row in open_table(file_of(kind, [("x", "x"), *cells])).rows
    }
    for number, cell in enumerate(cells, 3):
        assert found.get(number, ["", ""]) == list(cell)


@given(text=texts | formulas)
def test_mark_is_taken_off_what_was_marked_and_nothing_else(text):
    marked = defused(text)
    assert undefused(marked) == text
    assert not str(marked).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋"))


def test_workbook_is_one_that_other_programs_read():
    content = file_of("xlsx", [("110101199003070038", "=1+1"), ("a\nb", "<&>")])
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["a", "b"],
        ["110101199003070038", "'=1+1"],
        ["a\nb", "<&>"],
    ]
    assert {cell.number_format for cell in sheet[2]} == {"@"}
