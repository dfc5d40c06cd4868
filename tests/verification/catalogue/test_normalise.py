"""What folding ignores, and what it keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.catalogue.normalise import clauses, fold, match_key


@pytest.mark.parametrize(
    "variant",
    [
        "大小为５５ＫＢ－５ＭＢ以内",
        " 大小为 55kb - 5mb 以内。",
        "大小為55KB-5MB以內",
        "大小\u200b为\n55KB～5MB以内！",
    ],
)
def test_fold_ignores_width_space_case_punctuation_and_script(variant: str) -> None:
    assert fold(variant) == "大小为55kb5mb以内"


def test_fold_keeps_letters_and_digits_apart() -> None:
    assert fold("7-10个工作日") != fold("7-11个工作日")


@pytest.mark.parametrize(
    "dressed",
    [
        "审核失败：证件已过期",
        "【实名认证失败】失败原因：证件已过期，请修改",
        "很抱歉，证件已过期，请检查后重新提交。",
        "實名認證失敗:證件已過期,請核對後重新提交!",
    ],
)
def test_match_key_strips_what_surrounds_the_message(dressed: str) -> None:
    assert match_key(dressed) == "证件已过期"


def test_match_key_of_nothing_but_affixes_is_empty() -> None:
    assert match_key("审核失败，请修改后重新提交") == ""


def test_clauses_split_at_sentence_marks_only() -> None:
    assert clauses("处于 “Clienthold” 状态，无法转入；请稍候") == (
        "处于clienthold状态",
        "无法转入",
        "请稍候",
    )


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_match_key_is_stable_and_part_of_the_folded_text(text: str) -> None:
    key = match_key(text)
    assert key in fold(text)
    assert match_key(key) == key
