"""Validity: over, nearly over, and hardly begun. The last two only warn."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import TODAY, Case
from tests.precheck_set.cases.making import seeded, typed_case
from tests.precheck_set.submissions import Dates, Submission

_DAY = dt.timedelta(days=1)
_PAPERS: tuple[tuple[str, Callable[..., Submission]], ...] = (
    ("card", paper.card_two_files),
    ("card-joined", paper.card_joined),
    ("passport", paper.chinese_passport),
    ("foreign-passport", paper.foreign_passport),
    ("hk-permit", paper.hk_permit),
    ("tw-residence", paper.tw_residence),
    ("licence", paper.licence_portrait),
    ("institution", partial(paper.certificate_of, document_type="SYDWFR")),
)


def cases() -> Iterator[Case]:
    for at, (name, make) in enumerate(_PAPERS):
        until = TODAY - (1 + at * 97) * _DAY
        over = Dates(until.replace(year=until.year - 10), until)
        yield _dated(f"date-expired-{name}", make, over, "document_expired")
    for at, (name, make) in enumerate(_PAPERS[:6]):
        until = TODAY + (2 + at * 5) * _DAY
        nearly = Dates(until.replace(year=until.year - 10), until)
        yield _dated(f"clean-date-near-{name}", make, nearly, "document_near_expiry", clean=True)
    fresh = Dates(TODAY - 3 * _DAY, (TODAY - 4 * _DAY).replace(year=TODAY.year + 10))
    for name, make in (*_PAPERS[:3], _PAPERS[6]):
        yield _dated(f"clean-date-new-{name}", make, fresh, "document_newly_issued", clean=True)
    yield from _typed()


def _dated(
    case_id: str, make: Callable[..., Submission], dates: Dates, code: str, *, clean: bool = False
) -> Case:
    one = seeded(case_id, partial(make, dates=dates))
    return typed_case(case_id, one, {code}, clean=clean)


def _typed() -> Iterator[Case]:
    """Dates that the form asks for, and the picture does not show."""
    one = seeded("date-typed-expired", paper.card_front)
    over = (TODAY - 40 * _DAY).isoformat()
    yield typed_case("date-typed-expired", one, {"document_expired"}, expires_on=over)
    one = seeded("clean-date-typed-near", paper.card_front)
    near = (TODAY + 10 * _DAY).isoformat()
    expected = {"document_near_expiry"}
    yield typed_case("clean-date-typed-near", one, expected, clean=True, expires_on=near)
    one = seeded("clean-date-typed-new", paper.card_front)
    new = (TODAY - 2 * _DAY).isoformat()
    expected = {"document_newly_issued"}
    yield typed_case("clean-date-typed-new", one, expected, clean=True, issued_on=new)
