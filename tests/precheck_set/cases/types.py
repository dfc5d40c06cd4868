"""The wrong paper, or the wrong type chosen for it."""

import random
from collections.abc import Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import ORGANISATION, PERSON, Case, picture
from tests.precheck_set.cases.making import Maker, seeded, typed_case
from tests.precheck_set.documents import unrelated
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.photo import Photo

# The paper that was sent, and whose form was filled in.
_OTHER_PAPER: tuple[tuple[str, Maker, Maker], ...] = (
    ("passport-for-card", paper.chinese_passport, paper.card_front),
    ("card-for-passport", paper.card_front, paper.chinese_passport),
    ("permit-for-card", paper.hk_permit, paper.card_front),
    ("card-for-permit", paper.card_front, paper.tw_permit),
    ("tw-for-hk", paper.tw_permit, paper.hk_permit),
    ("residence-for-permit", paper.hk_residence, paper.hk_permit),
    ("card-for-licence", paper.card_front, paper.licence_landscape),
    (
        "society-for-institution",
        partial(paper.certificate_of, document_type="SHTTFR"),
        partial(paper.certificate_of, document_type="SYDWFR"),
    ),
    (
        "code-certificate-for-licence",
        partial(paper.certificate_of, document_type="TYDM"),
        paper.licence_portrait,
    ),
    (
        "law-firm-for-foundation",
        partial(paper.certificate_of, document_type="LSZY"),
        partial(paper.certificate_of, document_type="JJHFR"),
    ),
    ("permanent-for-passport", paper.permanent_resident, paper.foreign_passport),
)


def cases() -> Iterator[Case]:
    yield from _other_papers()
    yield from _unrelated()
    yield from _not_allowed()
    yield from _superseded()


def _other_papers() -> Iterator[Case]:
    for name, sent, filled in _OTHER_PAPER:
        case_id = f"type-{name}"
        shown, wanted = seeded(case_id, sent), seeded(f"{case_id} form", filled)
        typed = {
            "name": wanted.name,
            "number": wanted.number,
            "document_type": wanted.document_type,
            "holder": wanted.holder,
            "profile": wanted.profile,
        }
        yield typed_case(case_id, shown, {"document_type_mismatch"}, **typed)


def _unrelated() -> Iterator[Case]:
    """No identity document at all: unknown, never guessed."""
    for at, name in enumerate(("receipt", "chat", "student_card", "bank_card", "landscape_view")):
        case_id = f"type-unrelated-{name.replace('_', '-')}"
        make = paper.licence_landscape if name == "receipt" else paper.card_front
        one = seeded(case_id, make)
        draw = partial(_draw, name, case_id)
        steps = () if name in ("chat", "landscape_view") else (Photo(on="wood", angle=at - 2),)
        yield Case(
            id=case_id,
            files=(picture(case_id, draw, steps),),
            form=one.form(),
            expected=frozenset({"document_type_mismatch"}),
            or_else=frozenset({"image_unreadable"}),
            truth={"type": ""},
        )


def _draw(name: str, seed: str) -> Drawn:
    drawn: Drawn = getattr(unrelated, f"draw_{name}")(random.Random(seed))
    return drawn


def _not_allowed() -> Iterator[Case]:
    expected = {"document_type_not_allowed"}
    one = seeded("type-not-allowed-person", paper.licence_landscape)
    yield typed_case("type-not-allowed-person", one, expected, holder=PERSON, name=one.head)
    one = seeded("type-not-allowed-body", paper.card_front)
    name = "杭州云岫网络科技有限公司"
    yield typed_case("type-not-allowed-body", one, expected, holder=ORGANISATION, name=name)
    one = seeded("type-not-allowed-abroad", paper.hk_permit)
    abroad = {"country": "HK"}
    yield typed_case("type-not-allowed-abroad", one, expected, profile="aliyun", contact=abroad)


def _superseded() -> Iterator[Case]:
    """三证合一: the licence has taken the certificate's place."""
    for at, make in enumerate((paper.licence_landscape, paper.licence_portrait), start=1):
        case_id = f"type-superseded-code-{at}"
        one = seeded(case_id, make)
        expected = {"document_type_superseded", "document_type_mismatch"}
        yield typed_case(case_id, one, expected, document_type="TYDM")
    case_id = "type-superseded-organisation-code"
    one = seeded(case_id, paper.licence_copy)
    expected = {"document_type_superseded", "document_type_mismatch"}
    number = one.number[8:17]
    yield typed_case(case_id, one, expected, document_type="ORG", number=number)
