"""What the user says changes the verdict; what is conclusive without it stands."""

import datetime as dt

import pytest

from tests.verification.diagnosis.dossiers import SUBMITTED, company, person
from verification.diagnosis import Kind, check_cause, questions
from verification.materials_rules import get_profile


@pytest.mark.parametrize(
    ("code", "answer", "outcome"),
    [
        ("special_profession", "yes", "confirmed"),
        ("special_profession", "no", "ruled_out"),
        ("hukou_in_transfer", "yes", "confirmed"),
        ("image_incomplete", "no", "confirmed"),
        ("image_incomplete", "yes", "ruled_out"),
        ("image_obstructed", "yes", "confirmed"),
        ("name_mismatch", "no", "confirmed"),
        ("overseas_registrant", "no", "confirmed"),
        ("special_profession", "perhaps", "unknown"),
        ("special_profession", "", "unknown"),
    ],
)
def test_yes_and_no(code, answer, outcome):
    dossier = person(document_type="SFZ", number="11010519491231002", answers={code: answer})
    assert check_cause(code, dossier).outcome == outcome


def test_one_answer_settles_every_cause_of_its_question():
    dossier = person(
        document_type="HZ", number="C01X00T47", suffix="cn", answers={"overseas_registrant": "no"}
    )
    assert check_cause("overseas_registrant", dossier).outcome == "confirmed"
    assert check_cause("cn_overseas_unsupported", dossier).outcome == "confirmed"


def test_answer_does_not_overrule_what_the_form_shows():
    dossier = company(answers={"special_profession": "yes", "contact_not_person": "no"})
    assert check_cause("special_profession", dossier).outcome == "ruled_out"
    assert check_cause("contact_not_person", dossier).outcome == "ruled_out"


def issued(day, **changes):
    return person(answers={"document_newly_issued": day}, **changes)


def test_new_document_names_the_first_safe_day():
    found = check_cause("document_newly_issued", issued("2026-11-16"))
    assert found.outcome == "confirmed"
    assert (found.safe_from.date, found.safe_from.provisional) == (dt.date(2026, 11, 30), False)
    assert found.evidence[0].params["days"] == 4


def test_document_issued_after_the_submission_was_not_the_cause_but_has_to_wait():
    found = check_cause("document_newly_issued", issued("2026-11-23"))
    assert (found.outcome, found.safe_from.date) == ("ruled_out", dt.date(2026, 12, 7))


def test_safe_day_follows_the_profile():
    found = check_cause(
        "document_newly_issued", issued("2026-11-16", profile=get_profile("aliyun"))
    )
    assert found.safe_from.date == dt.date(2026, 11, 26)


def test_document_that_was_safe_on_the_day_of_submission_is_ruled_out():
    found = check_cause("document_newly_issued", issued("2026-11-06"))
    assert (found.outcome, found.safe_from) == ("ruled_out", None)


def test_profile_without_a_waiting_time_waits_as_long_as_the_default():
    found = check_cause("document_newly_issued", issued("2026-11-16", profile=get_profile("icp")))
    assert (found.outcome, found.safe_from.date) == ("confirmed", dt.date(2026, 11, 30))


@pytest.mark.parametrize("day", ["", "nonsense", "2026-13-01", "9999-12-31"])
def test_impossible_day_of_issue_is_no_answer(day):
    assert check_cause("document_newly_issued", issued(day)).outcome == "unknown"


def until(day):
    return person(answers={"document_expired": day})


@pytest.mark.parametrize(
    ("day", "expired", "near", "kind"),
    [
        ("2026-11-17", "confirmed", "ruled_out", Kind.EXPIRED_ON),
        ("2026-11-20", "confirmed", "confirmed", Kind.EXPIRED_SINCE),
        ("2026-12-20", "ruled_out", "confirmed", Kind.VALID_UNTIL),
        ("2026-12-21", "ruled_out", "ruled_out", Kind.VALID_UNTIL),
        ("none", "ruled_out", "ruled_out", Kind.NO_END_DATE),
    ],
)
def test_end_of_validity(day, expired, near, kind):
    found = check_cause("document_expired", until(day))
    assert (found.outcome, found.evidence[0].kind) == (expired, kind)
    assert check_cause("document_near_expiry", until(day)).outcome == near


@pytest.mark.parametrize(
    ("code", "value", "accepted"),
    [
        ("special_profession", "yes", True),
        ("special_profession", "2026-01-01", False),
        ("document_newly_issued", "2026-11-20", True),
        ("document_newly_issued", "2026-11-21", False),
        ("document_newly_issued", "none", False),
        ("document_newly_issued", "0001-01-01", False),
        ("document_newly_issued", "20261101", False),
        ("document_newly_issued", "2026-02-30", False),
        ("document_expired", "2046-11-21", True),
        ("document_expired", "none", True),
        ("document_expired", "", False),
        # Other spellings of ISO 8601.
        ("document_expired", "2026-W01-1", False),
        ("document_expired", "20260131", False),
    ],
)
def test_what_a_question_takes_for_an_answer(code, value, accepted):
    assert questions()[code].accepts(value, today=SUBMITTED) is accepted
