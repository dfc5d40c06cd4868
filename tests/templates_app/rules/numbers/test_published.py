"""Published and invented test values of every standard."""

import pytest
from stdnum.cn import ric

from templates_app.rules.document_types import DOCUMENT_TYPES
from templates_app.rules.numbers import check_number, suggest_number
from tests.templates_app.rules.codes import codes, levels

VALID = [
    ("SFZ", "11010519491231002X"),
    ("SFZ", "11010519491231002x"),
    ("SFZ", " 11010519491231002X\n"),
    ("GAJZZ", "810000199408230021"),
    ("WJLSFZ", "911124198108030024"),
    ("WJLSFZ", "CAN110081080302"),
    ("YYZZ", "9144030071526726XG"),
    ("TYDM", "9144030071526726XG"),
    ("TYDM", "91110000600037341L"),
    ("QTTYDM", "9144030071526726XG"),
    ("WGCZJG", "9144030071526726XG"),
    ("ORG", "71526726X"),
    ("YYZZ", "110108000000016"),
    ("GAJMTX", "H12345678"),
    ("GAJMTX", "M1234567801"),
    ("TWJMTX", "12345678"),
    ("TWJMTX", "1234567801"),
    ("HZ", "E12345678"),
    ("HZ", "EA1234567"),
    ("HZ", "533380006"),
    ("HZ", "L01X00T47"),
    ("HZ", "K1979571E"),
    ("JGZ", "南字第1234567号"),
    ("WGCZJG", "企外京字第1234号"),
]


@pytest.mark.parametrize(("document_type", "number"), VALID)
def test_check_number_finds_nothing_wrong_with_a_valid_number(document_type, number):
    assert check_number(document_type, number) == []
    assert suggest_number(document_type, number) is None


@pytest.mark.parametrize(
    ("document_type", "number", "code"),
    [
        ("SFZ", "110105194912310021", "number_checksum"),
        ("SFZ", "11010519491231002A", "number_checksum"),
        ("GAJZZ", "810000199408230022", "number_checksum"),
        ("WJLSFZ", "911124198108030025", "number_checksum"),
        ("TYDM", "9144030071526726XH", "number_checksum"),
        ("YYZZ", "110108000000017", "number_checksum"),
        ("ORG", "715267261", "number_checksum"),
        ("SFZ", "1101051949123100", "number_length"),
        ("TYDM", "9144030071526726X", "number_length"),
        ("ORG", "71526726-X", "number_length"),
        ("GAJMTX", "H1234567", "number_length"),
        ("TWJMTX", "123456789", "number_length"),
        ("GAJMTX", "A12345678", "field_characters_invalid"),
        ("JGZ", "A\x00B", "field_characters_invalid"),
        ("JGZ", "9" * 65, "field_too_long"),
        ("SFZ", "  ", "field_required"),
        ("NOPE", "1", "document_type_not_allowed"),
    ],
)
def test_check_number_blocks_with_the_one_code_that_fits(document_type, number, code):
    assert levels(check_number(document_type, number)) == {code: "block"}


def test_check_number_blocks_a_birth_date_that_does_not_exist():
    body = "11010519490230002"
    number = body + ric.calc_check_digit(body + "0")
    assert codes(check_number("SFZ", number)) == ["number_checksum"]


def test_check_number_only_warns_about_a_passport():
    found = [
        *check_number("HZ", "12"),
        *check_number("HZ", "护照12345"),
        *check_number("HZ", "EO1234567"),
    ]
    assert [problem.code for problem in found] == [
        "number_length",
        "field_characters_invalid",
        "number_confusable",
    ]
    assert {problem.level for problem in found} == {"warn"}


def test_check_number_only_warns_about_a_representative_offices_code():
    assert levels(check_number("WGCZJG", "9144030071526726XH")) == {"number_checksum": "warn"}


@pytest.mark.parametrize("document_type", sorted(DOCUMENT_TYPES))
def test_check_number_requires_a_number_of_every_type(document_type):
    assert codes(check_number(document_type, "")) == ["field_required"]
