"""Restricted words in names and domain labels; the examples are seed 002's."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.restrictions import (
    Cause,
    Hit,
    Listed,
    ListedWord,
    Name,
    Question,
    Use,
    as_problem,
    fold,
    judge,
    key_of,
    pieces,
)
from templates_app.rules.restrictions.fold import MAX_LENGTH

SEED_WORDS = ("中国", "国家", "中华", "全国", "China")
WORDS = [ListedWord(word, key_of(word), Cause.SPECIAL_WORD) for word in SEED_WORDS]


def words_in(text, use=Use.HOLDER, *, words=WORDS, allowed=(), also=None):
    name = Name("name_zh", text, use, "organization", also)
    listed = Listed(words=words, allowed=frozenset(map(key_of, allowed)))
    return [(hit.field, hit.word) for hit in judge(Question((name,)), listed)]


@pytest.mark.parametrize("word", SEED_WORDS)
@pytest.mark.parametrize("use", list(Use))
def test_every_word_of_the_seed_is_found_in_every_kind_of_name(word, use):
    assert words_in(f"样例 {word} 协会", use) == [("name_zh", word)]


@pytest.mark.parametrize(
    "text",
    [
        "中国样例",
        "中 国样例",
        "中　国样例",
        "中國样例",
        "样例·中·国",
        "中\u200b国",
        "（中国）样例",
        "中-国",
        "中—国",
    ],
)
def test_chinese_word_is_found_anywhere_however_it_is_typed(text):
    assert words_in(text) == [("name_zh", "中国")]


@pytest.mark.parametrize(
    "text",
    [
        "China Sample",
        "ＣＨＩＮＡ Sample",
        "Sample (CHINA) Ltd",
        "C.h.i.n.a",
        "Chína 2008",
        "样例China",
    ],
)
def test_latin_word_in_a_name_is_found_where_it_is_a_word(text):
    assert words_in(text) == [("name_zh", "China")]


@pytest.mark.parametrize(
    "text", ["Chinatown Foods", "Indochina Travel", "Deus Ex Machina", "Chi Nan"]
)
def test_latin_word_inside_another_word_of_a_name_is_not_meant(text):
    assert words_in(text) == []


@pytest.mark.parametrize("label", ["chinatown", "mychinashop", "china", "chi-na", "deusexmachina"])
def test_latin_word_is_found_anywhere_in_a_domains_label(label):
    assert words_in(label, Use.DOMAIN) == [("name_zh", "China")]


@pytest.mark.parametrize("text", ["ch1na", "ch!na", "Zhongguo", "PRC", "中囯"])
def test_look_alikes_and_words_of_the_same_meaning_are_not_guessed(text):
    assert words_in(text, Use.DOMAIN) == []


def test_every_word_of_a_name_is_told_once_with_all_its_places():
    name = Name("f", "中国国家中国", Use.HOLDER)
    found = judge(Question((name,)), Listed(words=WORDS))
    assert [(hit.word, hit.places) for hit in found] == [("中国", (1, 2, 5, 6)), ("国家", (3, 4))]


@pytest.mark.parametrize("allowed", ["中国样例集团", "中 国樣例集團", "中国样例集团 "])
def test_allowed_name_may_hold_the_word_in_both_languages(allowed):
    also = Name("name_en", "China Sample Group", Use.HOLDER, "organization")
    assert words_in("中国样例集团", also=also) != []
    assert words_in("中国样例集团", allowed=[allowed], also=also) == []


def test_allowed_name_does_not_cover_longer_ones():
    assert words_in("中国样例集团分公司", allowed=["中国样例集团"]) == [("name_zh", "中国")]


def test_allowed_english_name_covers_itself_only():
    also = Name("name_en", "China Sample", Use.HOLDER, "organization")
    assert words_in("中国样例", allowed=["China Sample"], also=also) == [("name_zh", "中国")]


@pytest.mark.parametrize("use", list(Use))
def test_word_is_looked_for_only_where_it_applies(use):
    flag = {Use.HOLDER: "in_holder_names", Use.CONTACT: "in_contact_names"}
    only = {"in_holder_names": False, "in_contact_names": False, "in_domain_names": False}
    word = ListedWord(
        "禁词", "禁词", Cause.POLICY_WORD, **only | {flag.get(use, "in_domain_names"): True}
    )
    assert [found for found in Use if words_in("某禁词某", found, words=[word])] == [use]


def test_message_names_word_cause_and_way_out_in_both_languages():
    hit = Hit("name_zh", Cause.POLICY_WORD, word="禁词", places=(1, 2))
    found = as_problem(hit)
    assert (found.code, found.level, found.field) == ("restricted_word", "block", "name_zh")
    assert found.evidence == {"cause": "policy_word", "word": "禁词", "positions": [1, 2]}
    with translation.override("en"):
        assert "“禁词”, a word restricted by policy. Use another" in str(found.message)
    with translation.override("zh-hans"):
        assert "政策规定的限制词汇“禁词”" in str(found.message)


TEXT = st.text(max_size=300)
NAMES = st.text(alphabet="中国家华全上海样例ABCchinaCHINA 　·-()", max_size=40)


@given(TEXT)
def test_folding_never_raises_and_keeps_within_its_bounds(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.places) <= MAX_LENGTH
    assert all(1 <= place <= len(text) for place in folded.places)
    assert {0, len(folded.text)} <= folded.edges


@given(TEXT)
def test_key_is_what_folding_leaves(text):
    assert key_of(text) == fold(text).text


@pytest.mark.parametrize("text", ["\ufdfa" * 20, "a" * 250 + "\ufdfa", "中" * 300])
def test_key_of_a_long_text_is_cut_as_folding_cuts_it(text):
    assert key_of(text) == fold(text).text


@given(TEXT)
def test_judging_never_raises(text):
    for use in Use:
        judge(Question((Name("f", text, use),)), Listed(words=WORDS))


@given(NAMES, st.lists(st.sampled_from([" ", "　", "\u200b", "·", "-"]), max_size=5), st.data())
def test_spaces_hide_no_chinese_word(text, blanks, data):
    spaced = text
    for blank in blanks:
        at = data.draw(st.integers(0, len(spaced)))
        spaced = spaced[:at] + blank + spaced[at:]
    chinese = [word for word in WORDS if word.word != "China"]
    assert words_in(spaced, words=chinese) == words_in(text, words=chinese)
    assert words_in(spaced, Use.DOMAIN) == words_in(text, Use.DOMAIN)


@given(NAMES)
def test_case_and_width_change_nothing(text):
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    for use in Use:
        assert words_in(text.upper(), use) == words_in(text.lower(), use) == words_in(text, use)
        assert words_in(wide, use) == words_in(text, use)


@given(NAMES)
def test_allowed_names_win(text):
    for use in Use:
        assert words_in(text, use, allowed=[text]) == []


@given(NAMES, NAMES)
def test_whatever_is_found_would_have_been_looked_up(before, after):
    for word in WORDS:
        folded = fold(f"{before}{word.word}{after}")
        assert word.key in set(pieces(folded))
