"""What was read and may be taken into the form with one click."""

from dataclasses import dataclass

import pytest

from tests.verification.precheck.readings import (
    CODE,
    COMPANY,
    NAME,
    NUMBER,
    card,
    company,
    licence,
    person,
    value,
)
from verification.checking import offers
from verification.checking.offers import offers_of
from verification.precheck.checks import find_problems
from verification.prechecks import Precheck
from verification.reading.model import Field

SLIP = NUMBER[:9] + "0" + NUMBER[10:]
OTHER = "440524188001010014"
UNSURE = value("李四光", 0.6)


@pytest.fixture(autouse=True)
def no_places(monkeypatch):
    monkeypatch.setattr(offers, "place_shown", lambda picture, box: None)


@dataclass(frozen=True)
class Shown:
    pending: bool = False


def offered(dossier):
    checked = Precheck(
        dossier=dossier,
        findings=find_problems(dossier),
        pictures=(Shown(),) * len(dossier.pictures),
    )
    types = ("SFZ", "HZ", "YYZZ")
    found = offers_of(checked, document_number=dossier.number, types=types)
    return {offer.field: offer.value for offer in found}


@pytest.mark.parametrize("typed", [SLIP, OTHER, ""])
def test_number_of_the_holders_document_is_offered_however_wrong_the_typed_one_is(typed):
    assert offered(person(card(), number=typed)) == {"document_number": NUMBER}


@pytest.mark.parametrize("typed", [SLIP, OTHER, ""])
def test_number_beside_another_name_is_not_offered(typed):
    assert offered(person(card({Field.NAME: "李四光"}), number=typed)) == {}


def test_name_with_a_slip_is_the_holders_as_long_as_the_number_is_not_another_one():
    seen = card({Field.NAME: NAME[:-1] + "吏"})
    assert offered(person(seen, number=SLIP)) == {"document_number": NUMBER}
    assert offered(person(seen, number=OTHER)) == {}


def test_another_name_read_with_doubt_withholds_another_number_only():
    seen = card({Field.NAME: UNSURE})
    assert offered(person(seen, number=SLIP)) == {"document_number": NUMBER}
    assert offered(person(seen, number=OTHER)) == {}


def test_shortened_name_of_an_organisation_is_the_holders():
    dossier = company(licence(), name=COMPANY[2:6], number="91110108MA001234XG")
    assert offered(dossier) == {"document_number": CODE}


def test_of_another_type_of_document_only_the_type_is_offered():
    assert offered(person(card(), document_type="HZ", number="E12345678")) == {
        "document_type": "SFZ"
    }
