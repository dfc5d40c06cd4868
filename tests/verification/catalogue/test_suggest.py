"""Suggestions for a person: the likeliest first, each with its why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verification.catalogue.suggest import suggest


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("注册者上传的资料与登记名称差异较大", "registrant_name_mismatch"),
        ("证件图片被水印遮住，看不到号码", "document_image_mismatch"),
        ("证件即将过期", "document_expired"),
        ("域名转入时注册局拒绝", "transfer_in_failed"),
    ],
)
def test_the_reason_meant_is_among_the_suggestions(text: str, code: str) -> None:
    found = suggest(text)
    assert code in [suggestion.code for suggestion in found]
    assert all(suggestion.shared and suggestion.wording for suggestion in found)


@given(st.text(max_size=200), st.integers(1, 10))
def test_suggestions_are_ranked_and_never_raise(text: str, limit: int) -> None:
    found = suggest(text, limit=limit)
    assert len(found) <= limit
    assert len({suggestion.code for suggestion in found}) == len(found)
    assert [s.likeness for s in found] == sorted((s.likeness for s in found), reverse=True)
    assert all(0 < suggestion.likeness <= 1 for suggestion in found)
