"""Types, dates and places that the pictures show."""

import datetime as dt

import pytest

from tests.verification.diagnosis.dossiers import TODAY
from tests.verification.precheck.readings import (
    BACK,
    CODE,
    COMPANY,
    card,
    company,
    found,
    kinds,
    licence,
    passport,
    person,
    reading,
    the,
)
from verification.diagnosis import Picture
from verification.materials_rules import get_profile
from verification.precheck.wording import say_finding
from verification.reading.model import LONG_TERM, Field, Side

FRONT = Picture("identity_document", "jpeg", 300_000, 2000, 1400, "a" * 64)


def days(number):
    return (TODAY + dt.timedelta(days=number)).isoformat()


def both_sides(**values):
    """A card's two sides, in two pictures."""
    back = reading("SFZ", {Field(name): text for name, text in values.items()}, side=Side.BACK)
    return {"readings": (card(), back), "pictures": (FRONT, BACK)}


@pytest.mark.parametrize(("confidence", "level"), [(0.97, "block"), (0.7, "warn")])
def test_other_type_blocks_where_it_is_sure(confidence, level):
    shown = passport({Field.NAME_LATIN: None, Field.NUMBER: None}, confidence=confidence)
    finding = the("document_type_mismatch", person(shown))
    assert (finding.level, finding.field) == (level, "document_type")
    assert "Passport" in say_finding(finding, "en").evidence


def test_unknown_type_says_nothing():
    unknown = reading("", {Field.NAME: "张示例", Field.NUMBER: "11010519491231002X"})
    assert found(person(unknown)) == {}


@pytest.mark.parametrize(
    ("chosen", "shown", "level"),
    [
        ("QTTYDM", "TYDM", None),
        ("TYDM", "QTTYDM", None),
        ("MBFQY", "SHFWJG", None),
        ("TYDM", "YYZZ", "block"),
        ("YYZZ", "TYDM", "block"),
        ("QT", "YYZZ", "warn"),
        ("QT", "HZ", None),
    ],
)
def test_equivalent_types_do_not_block(chosen, shown, level):
    values = {Field.NAME: COMPANY, Field.NUMBER: CODE}
    dossier = company(reading(shown, values), document_type=chosen)
    assert found(dossier).get("document_type_mismatch") == level


def test_merged_licence_supersedes_the_separate_certificate():
    codes = found(company(licence(), document_type="TYDM"))
    assert codes["document_type_superseded"] == "warn"


def test_company_with_an_organisation_code_is_asked_for_its_licence():
    dossier = company(document_type="ORG", number=CODE[8:17])
    assert "company_has_licence" in kinds(the("document_type_superseded", dossier))


def test_picture_of_the_chosen_type_is_enough_beside_others():
    assert "document_type_mismatch" not in found(person(card(), passport({Field.NUMBER: None})))


@pytest.mark.parametrize(
    ("until", "code", "level"),
    [
        (days(-1), "document_expired", "block"),
        (days(20), "document_near_expiry", "warn"),
        (days(400), None, None),
        (LONG_TERM, None, None),
        ("nonsense", None, None),
    ],
)
def test_end_of_validity_that_was_read(until, code, level):
    assert found(person(**both_sides(expires_on=until))) == ({code: level} if code else {})


def test_unsure_end_of_validity_asks():
    unsure = {Field.EXPIRES_ON: (days(-1), 0.6)}
    assert found(person(card(unsure))) == {"document_expired": "warn"}


def test_typed_dates_are_judged_without_a_picture():
    finding = the("document_expired", person(expires_on=TODAY - dt.timedelta(days=3)))
    assert (finding.level, finding.field, finding.places) == ("block", "expires_on", ())
    finding = the("document_newly_issued", person(issued_on=TODAY))
    assert (finding.level, finding.field) == ("warn", "issued_on")


def test_sure_reading_goes_before_a_typed_date_and_that_before_an_unsure_one():
    past = TODAY - dt.timedelta(days=3)
    sure = person(card({Field.EXPIRES_ON: days(400)}), expires_on=past)
    assert found(sure) == {}
    unsure = person(card({Field.EXPIRES_ON: (days(400), 0.5)}), expires_on=past)
    assert found(unsure) == {"document_expired": "block"}


def test_new_document_waits_as_the_profile_says():
    """Ten working days after 16 November 2026 is the 30th; ten calendar days, the 26th."""
    values = {"issued_on": "2026-11-16"}
    finding = the("document_newly_issued", person(**both_sides(**values)))
    assert finding.level == "warn"
    assert finding.places[0].picture == 1
    assert "2026-11-30" in say_finding(finding, "zh-hans").evidence
    aliyun = person(**both_sides(**values), profile=get_profile("aliyun"))
    assert "document_newly_issued" not in found(aliyun)


def test_safe_day_past_the_announced_calendar_is_provisional():
    dossier = person(issued_on=dt.date(2026, 12, 28), submitted_on=dt.date(2026, 12, 30))
    finding = the("document_newly_issued", dossier)
    assert finding.evidence[0].params["provisional"]
    assert "provisional" in say_finding(finding, "en").evidence


def test_seat_in_another_province_is_asked_about_for_organisations_only():
    there = {Field.ADDRESS: "广东省深圳市示例路1号"}
    finding = the("region_mismatch", company(licence(there)))
    assert (finding.level, finding.field) == ("warn", "province")
    assert "Guangdong" in say_finding(finding, "en").evidence
    assert found(person(card(there))) == {}
    assert found(company(licence({Field.ADDRESS: "北京市海淀区示例大街8号"}))) == {}
