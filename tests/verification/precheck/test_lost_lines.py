"""A typed name that goes on after what was read: a line that was lost, or words too many."""

import pytest

from tests.verification.precheck.readings import company, found, licence
from verification.reading.model import Box, Field, ReadValue, TextLine

NAME = "北京示例科技有限公司"
BRANCH = f"{NAME}上海分公司"
# Lines of 0.04 from the left edge of a licence's text, whose longest reaches 0.9.
LEFT, TALL = 0.2, 0.04


def line(text, top, right, left=LEFT):
    return TextLine(text, 0.98, Box(left, top, right, top + TALL))


def shown(right, *below, text=NAME, bottom=0.3 + TALL):
    """A licence on which `text` was read and ends at `right`."""
    printed = ReadValue(text, 0.98, Box(LEFT, 0.3, right, bottom))
    address = line("北京市海淀区示例大街八号院九号楼十层", 0.5, 0.9)
    lines = (line(text, 0.3, right), *below, address)
    return licence({Field.NAME: printed}, lines=lines)


def level(reading, typed=BRANCH):
    return found(company(reading, name=typed)).get("name_mismatch")


def test_words_after_a_whole_name_on_a_short_line_block():
    assert level(shown(0.5)) == "block"


def test_full_line_may_go_on_in_one_that_was_lost():
    assert level(shown(0.8)) == "warn"


@pytest.mark.parametrize("rest", ["上海分公司", "上海分公习"])
def test_rest_that_stands_in_another_line_was_not_put_together(rest):
    assert level(shown(0.5, line(rest, 0.36, 0.35))) == "warn"


def test_rest_within_another_line_or_above_does_not_count():
    assert level(shown(0.5, line("住所在上海分公司", 0.36, 0.6))) == "block"
    assert level(shown(0.5, line("上海分公司", 0.1, 0.4))) == "block"


@pytest.mark.parametrize("text", ["北京示例科技", "北京示例科技有限", "北京示例科技有限公"])
def test_name_that_was_cut_within_itself_is_asked_about(text):
    assert level(shown(0.5, text=text), NAME) == "warn"


def test_other_columns_do_not_make_a_line_short():
    reading = shown(0.5, line("成立日期2015年03月04日", 0.42, 0.95, left=0.6))
    alone = reading.lines[0], reading.lines[1]
    assert level(licence(reading.document.values, lines=alone)) == "warn"


@pytest.mark.parametrize(("right", "expected"), [(0.35, "block"), (0.85, "warn")])
def test_last_line_of_a_name_in_two_lines_decides(right, expected):
    below = line("有限公司", 0.36, right)
    reading = shown(0.88, below, bottom=0.36 + TALL)
    first = line(NAME[:6], 0.3, 0.88)
    lines = (first, below, reading.lines[-1])
    assert level(licence(reading.document.values, lines=lines)) == expected
