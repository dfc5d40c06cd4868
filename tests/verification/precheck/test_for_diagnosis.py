"""What the pictures say of the causes that a failure names."""

import pytest

from tests.verification.precheck.readings import (
    LEGAL,
    card,
    company,
    licence,
    passport,
    person,
)
from verification.diagnosis import Outcome, check_cause
from verification.diagnosis.wording import say_evidence
from verification.materials_rules import get_profile
from verification.precheck.for_diagnosis import picture_findings
from verification.reading.model import Field, Flaw, Side

OTHER = "440524188001010014"


def judged(code, dossier):
    """The diagnosis of one cause by someone who has looked at the pictures."""
    seen = picture_findings(dossier)
    return check_cause(code, type(dossier)(**(vars(dossier) | {"picture_findings": seen})))


def flaw(code, confidence=0.97):
    return Flaw(code=code, confidence=confidence)


def test_nothing_is_said_before_a_picture_is_read():
    assert picture_findings(person()) is None
    assert picture_findings(person(None)) is None


@pytest.mark.parametrize(
    ("code", "reading"),
    [
        ("name_mismatch", card({Field.NAME: "王小明"})),
        ("number_mismatch", card({Field.NUMBER: OTHER})),
        ("document_type_mismatch", passport()),
        ("document_expired", card({Field.EXPIRES_ON: "2026-01-01"})),
        ("image_wrong_side", card(side=Side.BACK)),
        ("image_blurry", card(flaws=(flaw("image_blurry"),))),
        ("image_watermarked", card(flaws=(flaw("image_watermarked"),))),
    ],
)
def test_what_is_surely_seen_is_it(code, reading):
    found = judged(code, person(reading))
    assert found.outcome is Outcome.CONFIRMED
    assert say_evidence(found.evidence, "zh-hans")


@pytest.mark.parametrize(
    "code",
    [
        "name_mismatch",
        "number_mismatch",
        "document_type_mismatch",
        "image_wrong_side",
        "image_unreadable",
        "image_blurry",
        "image_not_color",
        "image_incomplete",
        "image_obstructed",
        "image_watermarked",
    ],
)
def test_what_is_surely_not_there_is_not_it(code):
    found = judged(code, person(card()))
    assert found.outcome is Outcome.RULED_OUT
    assert say_evidence(found.evidence, "en")


@pytest.mark.parametrize(
    ("code", "reading"),
    [
        ("name_mismatch", card({Field.NAME: ("王小明", 0.5)})),
        ("name_mismatch", card({Field.NAME: ("张示例", 0.5)})),
        ("number_mismatch", card({Field.NUMBER: None})),
        ("image_blurry", card(flaws=(flaw("image_blurry", 0.5),))),
        ("document_type_mismatch", card(confidence=0.5)),
        ("document_expired", card({Field.EXPIRES_ON: ("2026-01-01", 0.5)})),
    ],
)
def test_doubt_leaves_it_open(code, reading):
    assert judged(code, person(reading)).outcome is Outcome.UNKNOWN


def test_flaw_that_the_authority_does_not_mind_is_left_open():
    reading = card(flaws=(flaw("image_not_color"),))
    dossier = person(reading, profile=get_profile("aliyun"))
    assert judged("image_not_color", dossier).outcome is Outcome.UNKNOWN


def test_unread_picture_rules_out_no_flaw():
    assert judged("image_blurry", person(card(), None)).outcome is Outcome.UNKNOWN


def test_legal_representative_proves_the_name_wrong_too():
    dossier = company(licence(), name=LEGAL)
    for code in ("name_is_legal_representative", "name_mismatch"):
        assert judged(code, dossier).outcome is Outcome.CONFIRMED


def test_new_document_brings_its_first_safe_day():
    found = judged("document_newly_issued", person(card({Field.ISSUED_ON: "2026-11-20"})))
    assert found.outcome is Outcome.CONFIRMED
    assert found.safe_from is not None
    assert found.safe_from.date.isoformat() == "2026-12-04"
    old = judged("document_newly_issued", person(card({Field.ISSUED_ON: "2016-11-20"})))
    assert old.outcome is Outcome.RULED_OUT


def test_long_term_document_is_not_expired():
    found = judged("document_expired", person(card({Field.EXPIRES_ON: "long_term"})))
    assert found.outcome is Outcome.RULED_OUT
