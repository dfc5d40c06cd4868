import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.contact import check_email
from tests.templates_app.rules.codes import codes


@pytest.mark.parametrize("email", ["a@example.com", "first.last+tag@sub.example.cn"])
def test_check_email_passes_a_mailbox(email):
    assert check_email(email) == []


@pytest.mark.parametrize(
    "email",
    [
        "example.com",
        "a@localhost",
        "a b@example.com",
        "a＠example.com",
        "甲@example.com",
        "a@例子.中国",
        "a@b@example.com",
        "a@example.com\n",
        "a" * 250 + "@example.com",
    ],
)
def test_check_email_blocks_what_registries_refuse(email):
    assert codes(check_email(email)) == ["email_invalid"]


def test_check_email_of_nothing_is_required():
    assert codes(check_email("")) == ["field_required"]


@given(st.text(st.characters()))
def test_check_email_never_raises(email):
    assert len(check_email(email)) <= 1
