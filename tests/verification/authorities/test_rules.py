import datetime as dt
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.conftest import picture_bytes
from tests.verification.data import COMPANY, CREDIT_CODE, NAME, NUMBER, OTHER_NUMBER
from verification.authorities.port import AuthorityRequest, Picture
from verification.authorities.simulated import messages
from verification.authorities.simulated.rules import Entry, Found, judge
from verification.catalogue.classify import classify
from verification.materials_rules import get_profile

TODAY = dt.date(2026, 6, 1)
PICTURE = picture_bytes()


def request(**changes):
    data = {
        "transaction_id": uuid.uuid4(),
        "holder_type": "individual",
        "holder_name": NAME,
        "contact_name": NAME,
        "document_type": "SFZ",
        "document_number": NUMBER,
        "suffix": "",
        "submitted_on": TODAY,
        "pictures": (Picture("identity_document", PICTURE),),
    }
    return AuthorityRequest(**(data | changes))


def entry(**changes):
    data = {
        "name": NAME,
        "holder_type": "individual",
        "document_type": "SFZ",
        "available_from": TODAY,
    }
    return Entry(**(data | changes))


def verdict(asked, *entries, name_known=False, admit_unknown=False):
    return judge(
        asked,
        Found(by_number=entries, name_known=name_known or bool(entries)),
        today=TODAY,
        profile=get_profile("tencent"),
        admit_unknown=admit_unknown,
    )


def test_registered_identity_passes():
    assert verdict(request(), entry()) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": "李四"}, messages.NAME_WRONG_INDIVIDUAL),
        ({"document_type": "JGZ"}, messages.TYPE_WRONG),
        ({"available_from": TODAY + dt.timedelta(days=1)}, messages.NEWLY_ISSUED),
        ({"expires_on": TODAY - dt.timedelta(days=1)}, messages.EXPIRED),
        ({"special_profession": True}, messages.ELECTRONIC_CHECK),
        ({"overseas": True}, messages.OVERSEAS),
    ],
)
def test_entry_that_does_not_fit_is_refused_with_its_message(changes, message):
    assert verdict(request(), entry(**changes)) == [message]


@pytest.mark.parametrize("day", [TODAY, TODAY + dt.timedelta(days=1)])
def test_document_is_valid_on_its_last_day(day):
    assert verdict(request(), entry(expires_on=day)) == []


@pytest.mark.parametrize(("suffix", "passes"), [("com", True), ("cn", False), ("com.cn", False)])
def test_overseas_holder_passes_outside_the_cn_family(suffix, passes):
    assert (verdict(request(suffix=suffix), entry(overseas=True)) == []) is passes


@pytest.mark.parametrize("admit", [True, False])
def test_known_name_with_another_number_always_fails(admit):
    asked = request(document_number=OTHER_NUMBER)
    assert verdict(asked, name_known=True, admit_unknown=admit) == [messages.NUMBER_WRONG]


@pytest.mark.parametrize("admit", [True, False])
def test_known_number_with_another_name_always_fails(admit):
    asked = request(holder_name="李四")
    assert verdict(asked, entry(), admit_unknown=admit) == [messages.NAME_WRONG_INDIVIDUAL]


def test_unknown_identity_passes_only_where_it_is_admitted():
    assert verdict(request(), admit_unknown=True) == []
    assert verdict(request()) == [messages.POLICE_MISMATCH]


def test_unknown_organisation_gets_the_general_message():
    asked = request(
        holder_type="organization",
        holder_name=COMPANY,
        document_type="YYZZ",
        document_number=CREDIT_CODE,
    )
    assert verdict(asked) == [messages.QUERY_MISMATCH]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"document_type": "YYZZ"}, messages.TYPE_OR_LENGTH),
        ({"document_number": NUMBER[:-1]}, messages.TYPE_OR_LENGTH),
        ({"contact_name": COMPANY}, messages.CONTACT_NOT_PERSON),
        ({"pictures": ()}, messages.MATERIALS_MISSING),
        ({"pictures": (Picture("identity_document", b"x" * 60_000),)}, messages.PICTURE_LIMITS),
        ({"pictures": (Picture("identity_document", PICTURE[:999]),)}, messages.PICTURE_LIMITS),
        (
            {"pictures": (Picture("identity_document", PICTURE[:60_000]),)},
            messages.PICTURE_UNREADABLE,
        ),
    ],
)
def test_form_and_pictures_are_judged_even_where_the_unknown_are_admitted(changes, message):
    assert verdict(request(**changes), admit_unknown=True) == [message]


@pytest.mark.parametrize(
    "message", [value for name, value in vars(messages).items() if name.isupper()]
)
def test_every_message_is_known_to_the_catalogue(message):
    assert not classify(message).unknown


@given(name=st.text(max_size=30), number=st.text(max_size=30), kind=st.text(max_size=8))
def test_any_request_is_judged_without_raising(name, number, kind):
    asked = request(holder_name=name, document_number=number, document_type=kind)
    assert all(isinstance(text, str) for text in verdict(asked, admit_unknown=True))
