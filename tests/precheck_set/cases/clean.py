"""Submissions with nothing wrong: every paper, taken in every way. Some call for a warning."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case, picture
from tests.precheck_set.looks import LOOKS
from tests.precheck_set.submissions import Submission

_ROUNDS = 4
PAPERS: tuple[tuple[str, Callable[[random.Random], Submission]], ...] = (
    ("card-front", paper.card_front),
    ("licence-landscape", paper.licence_landscape),
    ("card-two-files", paper.card_two_files),
    ("licence-portrait", paper.licence_portrait),
    ("passport", paper.chinese_passport),
    ("card-joined", paper.card_joined),
    ("licence-copy", paper.licence_copy),
    ("hk-permit", paper.hk_permit),
    ("licence-long-name", paper.licence_long_name),
    ("tw-permit", paper.tw_permit),
    ("licence-shop", paper.licence_shop),
    ("hk-residence", paper.hk_residence),
    ("licence-partnership", paper.licence_partnership),
    ("tw-residence", paper.tw_residence),
    ("licence-old", paper.licence_old),
    ("foreign-passport", paper.foreign_passport),
    ("credit-certificate", partial(paper.certificate_of, document_type="TYDM")),
    ("permanent-resident", paper.permanent_resident),
    ("institution", partial(paper.certificate_of, document_type="SYDWFR")),
    ("society", partial(paper.certificate_of, document_type="SHTTFR")),
    ("permanent-resident-old", paper.old_permanent_resident),
    ("private-unit", partial(paper.certificate_of, document_type="MBFQY")),
    ("foundation", partial(paper.certificate_of, document_type="JJHFR")),
    ("law-firm", partial(paper.certificate_of, document_type="LSZY")),
    ("organisation-code", partial(paper.certificate_of, document_type="ORG")),
    ("licence-long-landscape", paper.licence_long_landscape),
)


def cases() -> Iterator[Case]:
    for at in range(_ROUNDS * len(PAPERS)):
        name, make = PAPERS[at % len(PAPERS)]
        # A step that has no factor in common with the number of looks.
        look = LOOKS[(at * 5 + at // len(PAPERS)) % len(LOOKS)]
        case_id = f"clean-{at + 1:03}-{name}-{look.name}"
        one = make(random.Random(case_id))
        files = tuple(
            picture(f"{case_id}-{side}", draw, look.steps, look.encoding)
            for side, draw in enumerate(one.sides, start=1)
        )
        yield Case(
            id=case_id,
            files=files,
            form=one.form(),
            expected=one.expected,
            clean=True,
            truth=one.truth,
        )
