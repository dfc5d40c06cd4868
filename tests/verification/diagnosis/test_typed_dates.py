"""Dates that a form asked for count like answers."""

import datetime as dt

import pytest

from tests.verification.diagnosis.dossiers import SUBMITTED, company, person
from verification.diagnosis import Outcome, PictureFinding, check_cause
from verification.diagnosis.wording import say_evidence
from verification.safe_day import safe_day, waiting_of

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("until", "outcome"),
    [(SUBMITTED - DAY, Outcome.CONFIRMED), (SUBMITTED + 400 * DAY, Outcome.RULED_OUT)],
)
def test_typed_end_of_validity_is_judged(until, outcome):
    assert check_cause("document_expired", person(expires_on=until)).outcome is outcome


def test_typed_issue_date_is_judged():
    assert check_cause("document_newly_issued", person(issued_on=SUBMITTED)).outcome == "confirmed"
    old = person(issued_on=SUBMITTED - 400 * DAY)
    assert check_cause("document_newly_issued", old).outcome == "ruled_out"


def test_answer_goes_before_what_was_typed():
    dossier = person(expires_on=SUBMITTED - DAY, answers={"document_expired": "none"})
    assert check_cause("document_expired", dossier).outcome == "ruled_out"


def test_safe_day_of_a_picture_goes_along():
    safe = safe_day(SUBMITTED, waiting_of(person().profile))
    seen = PictureFinding(Outcome.CONFIRMED, safe_from=safe)
    dossier = person(picture_findings={"document_newly_issued": seen})
    assert check_cause("document_newly_issued", dossier).safe_from == safe


def test_company_with_an_organisation_code_very_likely_has_a_licence():
    found = check_cause("document_type_superseded", company(document_type="ORG"))
    assert found.outcome is Outcome.UNKNOWN
    assert "三证合一" in say_evidence(found.evidence, "zh-hans")
