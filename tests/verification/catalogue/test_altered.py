"""Altered messages: nearly all are understood, none is taken for another."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.catalogue.altered import CASES, FOREIGN
from tests.verification.catalogue.wordings import MESSAGES
from verification.catalogue.canonical import canonical_text
from verification.catalogue.catalogue import reasons
from verification.catalogue.classify import classify
from verification.catalogue.needles import PARAPHRASES, wordings
from verification.catalogue.normalise import fold

COMMON = (
    "的一是在了和人这中大为上个我以要他时来用们生到地于出就分成会可主年动同工也能下子说产种面而方"
)


def codes(message: str) -> tuple[str, ...]:
    return tuple(match.code for match in classify(message).reasons)


def test_the_sets_are_large_and_name_known_reasons() -> None:
    assert len(CASES) >= 240
    assert len({text for text, _ in CASES}) == len(CASES)
    assert len(set(FOREIGN)) >= 60
    assert {code for _, found in CASES for code in found} <= set(reasons())


def test_altered_messages_are_understood_and_none_gets_a_wrong_code() -> None:
    answers = [(text, expected, codes(text)) for text, expected in CASES]
    wrong = [(text, found) for text, expected, found in answers if set(found) - set(expected)]
    missed = [(text, found) for text, expected, found in answers if found != expected]
    assert wrong == []
    assert len(missed) <= len(CASES) * 0.02, missed


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_and_denied_texts_stay_unknown(text: str) -> None:
    result = classify(text)
    assert (result.reasons, result.unknown, result.leftover) == ((), True, (text,))


@given(st.randoms(use_true_random=False), st.sampled_from(MESSAGES), st.integers(1, 2))
def test_misspelt_messages_are_never_taken_for_another(
    chance: random.Random, row: tuple[str, str], slips: int
) -> None:
    code, message = row
    letters = list(message)
    for _ in range(slips):
        place = chance.randrange(len(letters))
        letters[place : place + chance.randrange(2)] = chance.choice(["", *COMMON])
        letters = letters or ["无"]
    assert set(codes("".join(letters))) <= {code}


def test_no_two_reasons_share_a_canonical_wording() -> None:
    owners: dict[str, set[str]] = {}
    for reason in reasons().values():
        texts = (*reason.messages, *reason.short_forms, *PARAPHRASES.get(reason.code, ()))
        for text in texts:
            owners.setdefault(canonical_text(text), set()).add(reason.code)
    assert {text: found for text, found in owners.items() if len(found) > 1} == {}
    assert all(wording.text for wording in wordings())
    assert set(PARAPHRASES) <= set(reasons())


@given(st.sampled_from([text for text, _ in CASES]), st.sampled_from(["　", "\u200b", "\u00ad"]))
def test_noise_that_folding_removes_changes_nothing(text: str, noise: str) -> None:
    assert codes(f"{noise}{text}{noise}") == codes(text)


@given(st.sampled_from([text for text, _ in CASES]))
def test_classification_is_the_same_for_the_folded_clauses(text: str) -> None:
    assert set(codes("；".join(fold(part) for part in text.split("；")))) <= set(codes(text))


@pytest.mark.parametrize(
    "text",
    [
        "\ud800证件已过期\udfff",
        "证件\x00已过期",
        "\x00" * 50,
        "㍿" * 3000,
        "证件" * 500_000,
        "或" * 5000,
        "🀄" * 99,
    ],
)
def test_nothing_raises(text: str) -> None:
    result = classify(text)
    assert all(0 < match.confidence <= 1 for match in result.reasons)
    assert result.unknown == (not result.reasons)


@given(
    st.text(
        alphabet=st.sampled_from("证件已过期未不清晰完整注册者资料或且，。；请提交1.2、()"),
        max_size=80,
    )
)
def test_any_salad_of_our_own_words_is_judged_without_error(text: str) -> None:
    result = classify(text)
    assert all(0 < match.confidence <= 1 for match in result.reasons)
    assert all(part.strip() == part and part in text for part in result.leftover)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("证件已过期；授权书未加盖公章", ("授权书未加盖公章",)),
        ("1. 注册者资料不清晰 2. 缺少股东会决议", ("缺少股东会决议",)),
        (
            "授权书未加盖公章，證件已過期。請補交股東會決議",
            ("授权书未加盖公章", "請補交股東會決議"),
        ),
        ("尊敬的用户，您的域名 example.cn 审核失败：证件已过期，请尽快修改后重新提交，谢谢", ()),
        ("证件已过期，工单号 2025-01-01-42", ()),
        # Short, but it decides what the text says.
        ("域名转出失败，转移码错误", ("域名转出失败",)),
        ("证件已过期，账号冻结", ("账号冻结",)),
    ],
)
def test_leftover_holds_what_no_reason_accounts_for(text: str, left: tuple[str, ...]) -> None:
    result = classify(text)
    assert result.reasons
    assert result.leftover == left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("注册者资料不清晰或者授权书未盖章", ()),
        ("证件类型选择错误或者证件号位数错了", ("document_type_or_number_length",)),
        ("授权书未盖章，请上传完整清晰无遮挡的证件图片", ()),
        ("请上传完整清晰无遮挡的证件图片", ("materials_unclear",)),
        ("注册者身份证明资料不", ()),
    ],
)
def test_alternatives_and_requests_are_read_in_their_context(
    text: str, expected: tuple[str, ...]
) -> None:
    assert codes(text) == expected
