from itertools import zip_longest

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from verification.checking.beside import GAP, HIDDEN, MOST_SHOWN, beside

texts = st.text("0123456789X张三李", min_size=1, max_size=20)


def shown(parts):
    return "".join(part.text for part in parts)


def marked(parts):
    return "".join(part.text for part in parts if part.differs)


def test_one_wrong_digit_is_marked_on_both_sides():
    found = beside("110105194912310021", "110101194912310021")
    assert (marked(found.typed), marked(found.read)) == ("5", "1")
    assert found.positions == (6,)


def test_a_missing_character_leaves_a_gap_so_that_the_rest_stands_in_line():
    found = beside("张三", "张小三")
    assert (shown(found.typed), shown(found.read)) == (f"张{GAP}三", "张小三")


def test_a_position_before_which_several_characters_are_missing_is_told_once():
    assert beside("张三", "北京张小三").positions == (1, 2)


@pytest.mark.parametrize(("language", "said"), [("en", "position 1, 2."), ("zh-hans", "1、2")])
def test_positions_are_read_aloud_in_the_readers_language(language, said):
    with override(language):
        page = render_to_string(
            "verification/checking/beside.html", {"beside": beside("张三", "北京张小三")}
        )
    assert said in page


def test_a_hidden_number_shows_the_differing_characters_only():
    found = beside("110105194912310021", "110101194912310021", hidden=True)
    assert shown(found.typed) == HIDDEN * 5 + "5" + HIDDEN * 12
    assert shown(found.read) == HIDDEN * 5 + "1" + HIDDEN * 12


def test_a_hidden_number_that_differs_a_lot_is_not_shown_at_all():
    assert beside("110105194912310021", "440524188001010014", hidden=True) is None


def test_texts_that_hardly_agree_are_not_set_under_each_other():
    assert beside("张示例", "北京示例科技有限公司") is None
    assert beside("张三", "李四") is not None


def test_nothing_to_compare_is_none():
    assert beside("", "1") is beside("1", "") is beside("1", "1") is None


@given(texts, texts)
def test_both_texts_are_whole_and_equally_long(typed, read):
    found = beside(typed, read)
    if found is None:
        assert typed == read or sum(a != b for a, b in zip_longest(typed, read)) > MOST_SHOWN
        return
    assert shown(found.typed).replace(GAP, "") == typed
    assert shown(found.read).replace(GAP, "") == read
    assert len(shown(found.typed)) == len(shown(found.read))
    assert len(found.positions) >= 1


@given(texts, texts)
def test_what_is_hidden_stays_hidden(typed, read):
    found = beside(typed, read, hidden=True)
    for part in (*found.typed, *found.read) if found else ():
        assert part.differs or set(part.text) == {HIDDEN}
    assert found is None or len(found.positions) <= MOST_SHOWN
