import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.masking import mask_email, mask_phone
from registrar.oplog.masking import masked


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("+8613800138000", "+86138****8000"), ("12345", "***45"), ("", ""), ("1", "1")],
)
def test_mask_phone_shows_head_and_tail(phone, shown):
    assert mask_phone(phone) == shown


@pytest.mark.parametrize(
    ("email", "shown"),
    [("alice@acme.example", "a***e@acme.example"), ("ab@x.cn", "***@x.cn"), ("junk", "***")],
)
def test_mask_email_hides_the_name(email, shown):
    assert mask_email(email) == shown


@given(st.from_regex(r"\+[1-9][0-9]{7,14}", fullmatch=True))
def test_mask_phone_hides_four_digits_and_keeps_the_length(phone):
    assert len(mask_phone(phone)) == len(phone)
    assert mask_phone(phone).count("*") == 4


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("document_number", "11010519491231002X", "***"),
        ("contact_phone", "+8613800138000", "+86138****8000"),
        ("email", "alice@acme.example", "a***e@acme.example"),
        ("password", "hunter2hunter2", "***"),
        ("auth_code", "s3cret", "***"),
        ("document_number", "110***********002X", "110***********002X"),
        ("name", "李晓彤", "李晓彤"),
        ("phone", "", ""),
        ("phone", None, None),
    ],
)
def test_masked_judges_by_name(name, value, shown):
    assert masked({name: value}) == {name: shown}


def test_masked_looks_into_lists_and_mappings():
    given = {"rows": [{"phone": "+8613800138000"}], "inner": {"password": "secret"}}
    assert masked(given) == {
        "rows": [{"phone": "+86138****8000"}],
        "inner": {"password": "***"},
    }


def test_masked_refuses_floats():
    with pytest.raises(TypeError, match="share"):
        masked({"share": 0.5})
