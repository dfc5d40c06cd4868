"""Pictures that were looked at, verified holders, and earlier attempts."""

import datetime as dt

import pytest

from tests.verification.diagnosis.dossiers import company, person
from verification.diagnosis import (
    Attempt,
    Evidence,
    Kind,
    KnownIdentity,
    Outcome,
    PictureFinding,
    check_cause,
    diagnose,
)

DAY = dt.date(2026, 10, 8)
NUMBER = "11010519491231002X"


def known(**changes):
    values = {"name": "张示例", "document_type": "SFZ", "number": NUMBER, "verified_on": DAY}
    return KnownIdentity(**(values | changes))


def attempt(**changes):
    values = {
        "on": DAY,
        "passed": False,
        "name": "张示例",
        "document_type": "SFZ",
        "number": NUMBER,
        "causes": frozenset({"name_mismatch", "number_mismatch", "image_blurry"}),
        "pictures": frozenset({"a" * 64}),
    }
    return Attempt(**(values | changes))


@pytest.mark.parametrize("outcome", list(Outcome))
def test_finding_of_the_picture_is_the_verdict(outcome):
    dossier = person(picture_findings={"image_blurry": PictureFinding(outcome)})
    assert check_cause("image_blurry", dossier).outcome == outcome


def test_finding_brings_its_own_evidence():
    seen = Evidence(Kind.FEW_PIXELS, {"width": 1, "height": 1, "enough": 9})
    for outcome in Outcome:
        findings = {"image_blurry": PictureFinding(outcome, (seen,))}
        assert seen in check_cause("image_blurry", person(picture_findings=findings)).evidence


def test_picture_comes_before_the_users_answer():
    dossier = person(
        picture_findings={"image_blurry": PictureFinding(Outcome.CONFIRMED)},
        answers={"image_blurry": "yes"},
    )
    found = check_cause("image_blurry", dossier)
    assert (found.outcome, found.evidence[0].kind) == ("confirmed", Kind.SEEN_IN_PICTURE)


def test_picture_does_not_overrule_the_form():
    findings = {"number_length": PictureFinding(Outcome.CONFIRMED)}
    assert check_cause("number_length", person(picture_findings=findings)).outcome == "ruled_out"


def test_same_name_and_number_that_passed_are_not_the_cause():
    dossier = person(known=(known(),))
    for code in ("name_mismatch", "number_mismatch"):
        found = check_cause(code, dossier)
        assert (found.outcome, found.evidence[0].kind) == ("ruled_out", Kind.PASSED_BEFORE)


def test_name_one_character_off_a_verified_one_is_confirmed():
    found = check_cause("name_mismatch", person(name="张示列", known=(known(),)))
    assert found.outcome == "confirmed"
    assert found.evidence[0].params["positions"] == [
        {"position": 3, "typed": "列", "expected": "例"}
    ]


def test_quite_another_name_may_be_a_new_one():
    found = check_cause("name_mismatch", person(name="王范例样", known=(known(),)))
    assert (found.outcome, found.likelihood) == ("unknown", 0.9)


def test_number_one_character_off_a_verified_one_is_confirmed():
    other = known(number="91110108MA001234XF", name="北京示例科技有限公司")
    dossier = company(known=(other,), document_type="QT", number="91110108MA001234XE")
    found = check_cause("number_mismatch", dossier)
    assert (found.outcome, found.evidence[0].kind) == ("confirmed", Kind.NUMBER_OF_VERIFIED)


def test_quite_another_number_of_a_namesake_proves_nothing():
    dossier = person(known=(known(number="440524188001010014"),))
    assert check_cause("number_mismatch", dossier).outcome == "unknown"


def test_what_failed_before_is_suspect_when_it_was_not_changed():
    fresh = check_cause("name_mismatch", person()).likelihood
    same = check_cause("name_mismatch", person(attempts=(attempt(),)))
    changed = check_cause("name_mismatch", person(attempts=(attempt(name="张示列"),)))
    assert changed.likelihood < fresh < same.likelihood
    assert same.evidence[-1].kind == Kind.SAME_FAILED_BEFORE
    assert changed.evidence[-1].kind == Kind.CHANGED_AND_FAILED


def test_same_picture_that_failed_before_is_suspect():
    for pictures, kind in (("a", Kind.SAME_FAILED_BEFORE), ("b", Kind.CHANGED_AND_FAILED)):
        before = attempt(pictures=frozenset({pictures * 64}))
        found = check_cause("image_blurry", person(attempts=(before,)))
        assert found.evidence[-1].kind == kind


@pytest.mark.parametrize("code", ["image_watermarked", "special_profession"])
def test_attempt_that_named_another_cause_says_nothing(code):
    assert check_cause(code, person(attempts=(attempt(),))).evidence == ()


def test_confirmed_comes_first_and_ruled_out_last():
    dossier = person(number="11O10519491231002X", answers={"special_profession": "no"})
    codes = ["name_mismatch", "number_mismatch", "special_profession", "number_confusable"]
    found = diagnose(codes, dossier)
    # What says where it is wrong stands before what only says that it is.
    assert [v.code for v in found] == [
        "number_confusable",
        "number_mismatch",
        "name_mismatch",
        "special_profession",
    ]


def test_unknown_causes_follow_the_catalogue_unless_evidence_moves_them():
    codes = ["name_mismatch", "image_blurry", "image_incomplete"]
    assert [v.code for v in diagnose(codes, person())] == codes
    before = attempt(causes=frozenset({"image_blurry"}))
    found = [v.code for v in diagnose(codes, person(attempts=(before,)))]
    assert found == ["image_blurry", "name_mismatch", "image_incomplete"]
