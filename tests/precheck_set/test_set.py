"""What the set promises of itself."""

import datetime as dt
import io

import pytest
from PIL import Image

from templates_app.rules.numbers import check_number
from tests.precheck_set.case import Case
from tests.precheck_set.cases import all_cases
from tests.precheck_set.documents.mrz import td3
from verification.catalogue.findings import FINDING_CODES
from verification.materials_rules import DEFAULT_PROFILE, PROFILES
from verification.submission_rules import Application, check_application

# What neither a form nor a picture shows: answers, addresses proven elsewhere, lists.
_ELSEWHERE = frozenset(
    {
        "email_unverified",
        "phone_unverified",
        "special_profession",
        "hukou_in_transfer",
        "subject_restricted",
        "restricted_word",
    }
)
CLEAN = [case for case in all_cases() if case.clean]
FAILING = [case for case in all_cases() if not case.clean]


def test_there_are_enough_cases_of_both_kinds() -> None:
    assert len(CLEAN) >= 90
    assert len(FAILING) >= 130
    assert len({case.id for case in all_cases()}) == len(all_cases())


def test_every_code_that_form_or_picture_can_show_has_a_case() -> None:
    expected = {code for case in all_cases() for code in case.expected}
    assert expected == set(FINDING_CODES) - _ELSEWHERE


def test_what_is_clean_expects_nothing_that_blocks_and_what_fails_expects_something() -> None:
    for case in CLEAN:
        assert all(FINDING_CODES[code].level != "block" for code in case.expected), case.id
    for case in FAILING:
        assert case.expected, case.id
        assert case.or_else <= set(FINDING_CODES)


def test_every_form_is_a_body_of_the_api() -> None:
    for case in all_cases():
        form = case.form["form"]
        assert set(case.form) <= {"form", "document_type", "document_number", "profile"}, case.id
        assert set(form) <= {"registrant_type", "name", "issued_on", "expires_on"}, case.id
        assert form["registrant_type"] in ("individual", "organization")
        assert all(isinstance(value, str) and value for value in form.values()), case.id
        assert case.form.get("profile", DEFAULT_PROFILE) in PROFILES
        for key in ("issued_on", "expires_on"):
            assert key not in form or dt.date.fromisoformat(form[key])


def test_clean_forms_keep_the_rules_of_a_submission() -> None:
    for case in CLEAN:
        found = [problem.code for problem in _problems(case) if problem.blocks]
        assert found == ["material_missing"], case.id


def test_numbers_on_the_papers_keep_their_standards() -> None:
    for case in all_cases():
        if case.truth.get("number"):
            found = check_number(case.truth["type"], case.truth["number"])
            assert not [problem.code for problem in found if problem.blocks], case.id


@pytest.mark.parametrize("case_id", ["name-person-01-look-alike", "covered-finger-licence"])
def test_pictures_are_the_same_whenever_they_are_drawn(case_id: str) -> None:
    case = _case(case_id)
    once, again = (case.files[0].draw() for _ in range(2))
    assert once == again
    assert Image.open(io.BytesIO(once)).size >= (1200, 800)


def test_damage_of_files_is_what_it_is_called() -> None:
    limit = PROFILES[DEFAULT_PROFILE].min_bytes
    assert len(_case("file-small-card").files[0].draw()) < limit
    lying = _case("clean-file-png-called-jpg").files[0]
    assert lying.name.endswith(".jpg")
    assert lying.draw().startswith(b"\x89PNG")
    with pytest.raises(OSError, match="truncated"):
        Image.open(io.BytesIO(_case("file-broken-jpeg-50").files[0].draw())).load()


def test_machine_readable_lines_are_those_of_icao_9303() -> None:
    """The specimen of Doc 9303 part 4, appendix A."""
    lines = td3(
        country="UTO",
        surname="ERIKSSON",
        given="ANNA MARIA",
        number="L898902C3",
        born=dt.date(1974, 8, 12),
        male=False,
        expires=dt.date(2012, 4, 15),
        personal="ZE184226B",
    )
    assert lines == (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )


def _problems(case: Case) -> list:
    form = case.form["form"]
    return check_application(
        Application(
            holder_type=form["registrant_type"],
            holder_name=form["name"],
            contact_name=case.contact.get("contact", ""),
            document_type=case.form["document_type"],
            document_number=case.form["document_number"],
            pictures=(),
            profile=PROFILES[case.form.get("profile", DEFAULT_PROFILE)],
        )
    )


def _case(case_id: str) -> Case:
    return next(case for case in all_cases() if case.id == case_id)
