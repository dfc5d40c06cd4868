import pytest
from django.utils.translation import override

from templates_app.rules.numbers import check_number
from templates_app.rules.problems import LEVELS, in_field, problem


def test_problem_takes_the_level_of_its_code():
    assert problem("number_checksum", "x").level == "block"
    assert problem("number_confusable", "x").level == "warn"
    assert problem("number_checksum", "x", level="warn").level == "warn"


def test_problem_with_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        problem("no_such_code", "x")


def test_blocks_only_at_level_block():
    assert problem("number_length", "x").blocks
    assert not problem("address_incomplete", "x").blocks


def test_in_field_names_the_field_and_changes_nothing_else():
    found = problem("number_length", "x", actual=3)
    assert in_field("document_number", [found])[0].field == "document_number"
    assert in_field("document_number", [found])[0].evidence == {"actual": 3}
    assert found.field == ""


def test_levels_are_the_three_known_ones():
    assert set(LEVELS.values()) <= {"block", "warn", "info"}


def test_message_is_made_in_the_readers_language():
    found = check_number("SFZ", "123")[0]
    with override("en"):
        assert "18 characters; 3 were typed" in str(found.message)
