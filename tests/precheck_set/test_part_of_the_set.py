"""A few of the cases, whole: drawn, read, checked. `make bench-precheck` runs all of them."""

import pytest

from tests.precheck_set.case import Case
from tests.precheck_set.cases import all_cases

pytest.importorskip("verification.reading.read", reason="the reading of pictures is not there")
pytest.importorskip("verification.precheck.checks", reason="the checks are not there")

from tests.precheck_set.running import Result, run_case

_CLEAN = (
    "clean-001-card-front-wood",
    "clean-002-licence-landscape-paper-shadow",
    "clean-004-licence-portrait-sideways-270",
    "clean-name-01-traditional",
)
_FAILING = (
    "name-person-02-look-alike",
    "number-other-person-1",
    "number-field-serial",
    "type-passport-for-card",
    "date-expired-hk-permit",
    "blurry-card-hard",
    "colourless-black-and-white",
    "watermark-domain",
    "side-back-scan",
    "file-broken-jpeg-50",
)


@pytest.mark.parametrize("case_id", _CLEAN)
def test_a_good_picture_with_its_form_is_not_stopped(case_id: str) -> None:
    case, result = _run(case_id)
    assert result.blocking == frozenset()
    assert case.expected <= set(result.found)
    assert result.read == {"name": True, "number": True, "type": True}


@pytest.mark.parametrize("case_id", _FAILING)
def test_what_is_wrong_is_found_and_stops(case_id: str) -> None:
    case, result = _run(case_id)
    assert case.expected <= result.blocking


def _run(case_id: str) -> tuple[Case, Result]:
    case = next(case for case in all_cases() if case.id == case_id)
    result = run_case(case, [file.draw() for file in case.files])
    assert not result.error
    return case, result
