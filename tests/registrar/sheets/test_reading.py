"""Files as people save them, and as programs of theirs write them: the same rows."""

import datetime as dt
import io

import openpyxl
import pytest
from django.utils import translation

from registrar.errors import InvalidInput
from registrar.sheets.limits import MAX_BYTES
from registrar.sheets.reading import opening
from registrar.sheets.reading.opening import open_table

from .conftest import csv_of

_MOMENT = dt.datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - workbooks know no zones
TEXT = '名称;标签\r\n张三;"一\r\n二"\r\n\r\n李四;x\r\n'


def table_of(content):
    table = open_table(content)
    return table, list(table.rows)


def workbook(*rows, change=lambda book, sheet: None):
    """What openpyxl writes: another hand than ours."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book, book.active)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def refusal(content):
    with pytest.raises(InvalidInput) as caught:
        table_of(content)
    return caught.value.errors[0].code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_csv_is_read_in_every_encoding_that_spreadsheets_write(encoding):
    table, rows = table_of(TEXT.encode(encoding))
    assert table.heading.cells == ["名称", "标签"]
    assert [(row.number, row.cells) for row in rows] == [
        (2, ["张三", "一\r\n二"]),
        (4, ["李四", "x"]),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_csv_is_read_with_every_delimiter_and_line_ending(delimiter, ending):
    text = ending.join(delimiter.join(line) for line in (["a", "b"], ["1", "2"], ["3", ""]))
    _table, rows = table_of(text.encode())
    assert [row.cells for row in rows] == [["1", "2"], ["3", ""]]


def test_line_that_names_the_delimiter_is_no_heading():
    table, rows = table_of(b"sep=;\r\na,b;c\r\n1;2\r\n")
    assert (table.heading.cells, rows[0].cells, rows[0].number) == (["a,b", "c"], ["1", "2"], 3)


def test_xlsx_gives_the_text_that_people_see():
    content = workbook(
        ["text", "number", "day", "moment", "flag", "decimal", "code"],
        ["文字 ", 13800138000, dt.date(2026, 1, 2), _MOMENT, True, 0.1, 7],
        change=lambda book, sheet: setattr(sheet["G2"], "number_format", "000000"),
    )
    _table, rows = table_of(content)
    assert rows[0].cells == [
        *("文字 ", "13800138000", "2026-01-02", "2026-01-02 03:04", "true", "0.1", "000007")
    ]


def test_number_that_excel_has_rounded_is_told_with_its_cell():
    _table, rows = table_of(workbook(["a", "b"], ["x", 110101199003070038]))
    (trouble,) = rows[0].troubles.values()
    assert trouble.code == "number_rounded"
    assert "B2" in str(trouble.message)


def test_formula_without_a_result_and_error_are_told_with_their_cells():
    def change(book, sheet):
        sheet["A2"], sheet["B2"] = "=1+1", "#N/A"
        sheet["B2"].data_type = "e"

    _table, rows = table_of(workbook(["a", "b"], ["", ""], change=change))
    assert {k: t.code for k, t in rows[0].troubles.items()} == {
        0: "formula_without_result",
        1: "cell_error",
    }


def test_hidden_sheets_are_passed_over_and_what_is_left_aside_is_said():
    def change(book, sheet):
        sheet.sheet_state = "hidden"
        shown = book.create_sheet("list")
        for row in (["a", "b"], ["1", "2"], ["3", None]):
            shown.append(row)
        shown.merge_cells("A3:B3")
        book.active = 1

    table, rows = table_of(workbook(["secret"], ["x"], change=change))
    assert [row.cells for row in rows] == [["1", "2"], ["3"]]
    with translation.override("en"):
        notes = [str(note) for note in table.notes]
    assert notes == [
        "Only the sheet “list” is read; the workbook has 1 more.",
        "The sheet has merged cells: only the upper left cell of each counts.",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\r\n\r\n", "empty"),
        (b"a,b\r\n", "empty"),
        (b'a,b\r\n"1,2\r\n', "csv"),
        (b"a,b\r\n1,\x002\r\n", "encoding"),
        (b"a,b\r\n\xff\xff\xff,2\r\n", "encoding"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old_format"),
        (b"PK\x03\x04 and nothing else", "workbook_damaged"),
        (b",".join([b"a"] * 300) + b"\n", "too_many_columns"),
        (b"a" * (MAX_BYTES + 1), "file_too_large"),
        (workbook(["a"] + [None] * 300 + ["b"], ["1"]), "too_many_columns"),
    ],
    # By number: a file as a name would be long, and another one in each process.
    ids=range(11),
)
def test_file_that_is_no_list_is_refused_by_name(content, code):
    assert refusal(content) == code


def test_file_with_more_rows_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(opening, "MAX_ROWS", 3)
    assert refusal(csv_of(*([["a"]] * 5))) == "too_many_rows"
    assert len(table_of(csv_of(*([["a"]] * 4)))[1]) == 3


def test_cell_that_is_too_long_is_told_and_goes_no_further():
    _table, rows = table_of(csv_of(["a", "b"], ["x" * 40_000, "y"]))
    assert rows[0].troubles[0].code == "cell_too_long"
    assert len(rows[0].cells[0]) < 1000
