"""Packages that nobody's spreadsheet program has written."""

import io
import tracemalloc
import zipfile

import pytest

from registrar.errors import InvalidInput
from registrar.sheets.reading import opening
from registrar.sheets.reading.opening import open_table
from registrar.sheets.xlsx import package, parts, strings, values
from registrar.sheets.xlsx.styles import Styles
from registrar.sheets.xlsx.writing import xlsx_chunks

_SHEET = '<worksheet xmlns="x"><sheetData>{}</sheetData></worksheet>'
_HEADING = '<row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>'


def packed(**changed):
    """A sound workbook with some parts changed, by what their names end in."""
    found = dict(parts.FIXED)
    found[parts.SHEET] = _SHEET.format(f'{_HEADING}<row r="2"><c r="A2"><v>1</v></c></row>')
    found |= {name: text for name in found for end, text in changed.items() if end in name}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in found.items():
            book.writestr(name, content)
    return file.getvalue()


def sheet(rows):
    return packed(sheet1=_SHEET.format(_HEADING + rows))


def read(content):
    return [row.cells for row in open_table(content).rows]


def refusal(content):
    with pytest.raises(InvalidInput) as caught:
        read(content)
    return caught.value.errors[0].code


def test_the_sound_one_is_read():
    assert read(packed()) == [["1"]]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>',
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>',
    ],
)
def test_document_types_and_entities_are_refused(doctype):
    assert refusal(packed(sheet1=doctype)) == "workbook_damaged"


def test_what_unpacks_beyond_the_limit_is_refused_whatever_it_declares(monkeypatch):
    monkeypatch.setattr(package, "MAX_UNPACKED", 100_000)
    bomb = packed(sheet1=_SHEET.format(_HEADING + "<row/>" * 100_000))
    assert len(bomb) < 5_000
    assert refusal(bomb) == "workbook_too_large"


def test_more_shared_text_than_fits_in_memory_is_refused(monkeypatch):
    monkeypatch.setattr(strings, "MAX_SHARED_TEXT", 10)
    shared = strings.SharedStrings([b"<sst><si><t>12345</t></si>", b"<si><t>123456</t></si></sst>"])
    assert shared[0] == "12345"
    with pytest.raises(InvalidInput):
        shared[1]


def test_dimensions_are_not_believed():
    huge = f'<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{_HEADING}'
    huge += '<row r="1048576"><c r="B1048576" t="b"><v>1</v></c></row></sheetData></worksheet>'
    assert read(packed(sheet1=huge)) == [["", "true"]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="9999999999"><c><v>1</v></c></row>' + '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="2"><c r="ZZZZ2"><v>1</v></c></row>',
        '<row r="2"><c r="A2" t="s"><v>7</v></c></row>',
        '<row r="2"><c',
    ],
)
def test_rows_cells_and_strings_that_cannot_be_are_refused(rows):
    assert refusal(sheet(rows)) == "workbook_damaged"


@pytest.mark.parametrize("value", ["NaN", "1e999999999", "0x10", "9" * 400, "1_0"])
def test_numbers_that_are_none_are_troubles(value):
    (row,) = open_table(sheet(f'<row r="2"><c r="A2"><v>{value}</v></c></row>')).rows
    assert row.troubles


def test_pronunciation_is_no_part_of_a_text():
    shared = strings.SharedStrings(
        [b"<sst><si><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></si></sst>"]
    )
    assert shared[0] == "ab"


def test_relations_that_lead_nowhere_are_refused():
    assert refusal(packed(**{"workbook.xml.rels": "<Relationships/>"})) == "no_sheet"
    assert refusal(packed(**{"_rels/.rels": "<Relationships/>"})) == "workbook_damaged"


@pytest.mark.parametrize("cut", [100, 500, -30])
def test_truncated_package_is_refused(cut):
    whole = b"".join(xlsx_chunks([["a"], ["b"]]))
    assert refusal(whole[:cut]) == "workbook_damaged"


@pytest.mark.parametrize(
    "hostile",
    [
        "<x>" * 5_000 + "</x>" * 5_000,
        "".join(f"<n{number}/>" for number in range(5_000)),
        "".join(f'<x n{number}=""/>' for number in range(5_000)),
        f'<x y="{"z" * 3_000_000}"/>',
    ],
    ids=["depth", "names", "attributes", "one tag"],
)
def test_markup_that_fills_the_parser_is_refused(hostile):
    assert refusal(sheet(hostile)) == "workbook_damaged"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-7", "rot13", "nonsense"])
def test_markup_in_a_codec_that_is_none_is_refused(encoding):
    declared = f'<?xml version="1.0" encoding="{encoding}"?><worksheet/>'
    assert refusal(packed(sheet1=declared)) == "workbook_damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_ways_to_pack_are_refused(method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as book, zipfile.ZipFile(io.BytesIO(packed())) as sound:
        for name in sound.namelist():
            book.writestr(name, sound.read(name))
    assert refusal(file.getvalue()) == "workbook_damaged"


def test_directory_of_a_package_is_no_longer_than_workbooks_need(monkeypatch):
    monkeypatch.setattr(opening, "MAX_PARTS", 1)
    file = io.BytesIO(packed())
    with zipfile.ZipFile(file, "a") as book:
        for number in range(20):
            book.writestr(f"{number}", "")
    assert refusal(file.getvalue()) == "workbook_damaged"


@pytest.mark.parametrize("shared", [False, True])
def test_text_far_too_long_is_cut_while_it_comes(shared):
    long = "x" * 20_000_000
    if shared:
        texts = strings.SharedStrings(pieces(f"<sst><si><t>{long}</t></si></sst>".encode()))
        assert opening.MAX_CELL < len(texts[0]) < 1_000_000
        return
    rows = f'<row r="2"><c t="inlineStr"><is><t>{long}</t></is></c></row>'
    content = sheet(rows)
    tracemalloc.start()
    (row,) = open_table(content).rows
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert row.troubles[0].code == "cell_too_long"
    assert peak < 5_000_000


def pieces(content):
    return (content[start : start + 65_536] for start in range(0, len(content), 65_536))


def test_half_a_pair_stays_as_it_is_written():
    rows = '<row r="2"><c t="inlineStr"><is><t>a_xD800_b_x000A_c</t></is></c></row>'
    assert read(sheet(rows)) == [["a_xD800_b\nc"]]


def test_last_moment_that_there_is():
    value = values.Values(Styles(dates={1}), from_1904=False, shared=str)
    assert value.text_of("n", "2958465.9999999", 1, formula=False) == "9999-12-31 23:59:59"
    assert value.text_of("n", "44561.9999999", 1, formula=False) == "2022-01-01"
