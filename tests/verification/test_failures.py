import pytest

from verification.catalogue.catalogue import reasons
from verification.catalogue.findings import FINDING_CODES
from verification.failures import explain, explain_messages, failure_outline
from verification.finding_fixes import FIXES
from verification.models import Submission

KNOWN = "证件已过期，请提交有效的证件图片"


def failed(**fields):
    return Submission(**({"state": "failed", "stage": "authority"} | fields))


@pytest.mark.parametrize("state", ["draft", "submitted", "in_review", "at_authority", "passed"])
def test_submission_that_has_not_failed_has_no_failure(state):
    assert failure_outline(Submission(state=state), "en") is None


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", sorted(reasons()))
def test_every_reason_is_explained_in_both_languages(code, language):
    said = explain(code, language)
    assert said["title"]
    assert said["guidance"]
    assert all(cause["fix"] and cause["title"] for cause in said["causes"])
    assert {cause["verdict"] for cause in said["causes"]} <= {"unknown"}


def test_every_finding_has_a_fix_and_no_fix_is_left_over():
    assert set(FIXES) == set(FINDING_CODES)


def test_authority_messages_are_explained_by_what_is_stored():
    failure = failure_outline(failed(raw_messages=[KNOWN], reason_codes=["document_expired"]), "en")
    assert [reason["code"] for reason in failure["reasons"]] == ["document_expired"]
    assert failure["unknown"] == []
    assert failure["guidance"] == []


def test_unknown_message_is_kept_verbatim_with_general_guidance():
    failure = failure_outline(
        failed(raw_messages=["  新原因！"], unknown_messages=["  新原因！"]), "zh-hans"
    )
    assert failure["unknown"] == failure["raw_messages"] == ["  新原因！"]
    assert failure["reasons"] == []
    assert len(failure["guidance"]) == 2


def test_reviewers_reasons_are_their_codes_and_a_retired_one_is_passed_over():
    failure = failure_outline(
        failed(
            stage="reviewer", reason_codes=["materials_unclear", "retired"], note_to_user="看图"
        ),
        "en",
    )
    assert [reason["code"] for reason in failure["reasons"]] == ["materials_unclear"]
    assert failure["note"] == "看图"


def test_messages_with_the_same_reason_explain_it_once():
    assert len(explain_messages([KNOWN, KNOWN], "en")) == 1
