"""Numbers typed otherwise than the paper has them."""

import random
from collections.abc import Callable, Iterator
from functools import partial

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case
from tests.precheck_set.cases.making import Maker, seeded, typed_case
from tests.precheck_set.holders.numbers import (
    credit_code,
    organisation_code,
    registration_number,
    resident_number,
)
from tests.precheck_set.holders.people import person
from tests.precheck_set.submissions import Submission

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_TWINS = {"0": "O", "1": "I", "2": "Z", "5": "S"}
_MAKERS: tuple[tuple[str, Maker], ...] = (
    ("card", paper.card_front),
    ("licence", paper.licence_landscape),
    ("upright", paper.licence_portrait),
    ("institution", partial(paper.certificate_of, document_type="SYDWFR")),
)


def cases() -> Iterator[Case]:
    yield from _slips()
    yield from _without_check_digit()
    yield from _typing()
    yield from _other_holders()
    yield from _other_fields()
    yield from _regions()


def _slips() -> Iterator[Case]:
    """What a check digit catches as well as the picture."""
    slips: tuple[tuple[str, Callable[[str], str], set[str]], ...] = (
        ("digit", _one_digit, {"number_mismatch", "number_checksum"}),
        ("swap", _swapped, {"number_mismatch", "number_checksum"}),
        ("twin", _twin, {"number_confusable"}),
        ("short", lambda number: number[:7] + number[8:], {"number_length"}),
        ("long", lambda number: number[:7] + number[6:], {"number_length"}),
    )
    for slip, change, expected in slips:
        for name, make in _MAKERS[: 3 if slip == "long" else 4]:
            case_id = f"number-{slip}-{name}"
            one = seeded(case_id, make)
            yield typed_case(case_id, one, expected, number=change(one.number))


def _without_check_digit() -> Iterator[Case]:
    """Numbers that only the picture can tell wrong."""
    makers: tuple[tuple[str, Maker], ...] = (
        ("passport", paper.chinese_passport),
        ("hk-permit", paper.hk_permit),
        ("tw-permit", paper.tw_permit),
        ("foreign-passport", paper.foreign_passport),
        ("permanent-old", paper.old_permanent_resident),
    )
    for name, make in makers:
        case_id = f"number-digit-{name}"
        one = seeded(case_id, make)
        yield typed_case(case_id, one, {"number_mismatch"}, number=_one_digit(one.number))
    for name, make in makers[:2]:
        case_id = f"number-swap-{name}"
        one = seeded(case_id, make)
        yield typed_case(case_id, one, {"number_mismatch"}, number=_swapped(one.number))


def _typing() -> Iterator[Case]:
    """How it was typed, not what."""
    for name, make in _MAKERS[:2]:
        one = seeded(f"number-wide-{name}", make)
        wide = one.number.translate(_FULL_WIDTH)
        yield typed_case(f"number-wide-{name}", one, {"number_not_halfwidth"}, number=wide)
        one = seeded(f"number-space-{name}", make)
        spaced = f"{one.number[:6]} {one.number[6:]}"
        yield typed_case(f"number-space-{name}", one, {"number_contains_space"}, number=spaced)
    for at, suffix in enumerate(("(1-1)", "（1-1）", "1-1"), start=1):
        case_id = f"number-copy-suffix-{at}"
        one = seeded(case_id, paper.licence_copy)
        expected = {"number_copy_suffix"}
        yield typed_case(case_id, one, expected, number=one.number + suffix)


def _other_holders() -> Iterator[Case]:
    """A right number, only another's: no rule but the picture tells."""
    for at in range(1, 4):
        case_id = f"number-other-person-{at}"
        one = seeded(case_id, paper.card_front)
        other = person(random.Random(f"{case_id} other")).number
        yield typed_case(case_id, one, {"number_mismatch"}, number=other)
    for at, (name, make) in enumerate(_MAKERS[1:], start=1):
        case_id = f"number-other-body-{name}"
        one = seeded(case_id, make)
        other = credit_code(random.Random(at), one.number[:2], one.number[2:8])
        yield typed_case(case_id, one, {"number_mismatch"}, number=other)


def _other_fields() -> Iterator[Case]:
    """Another of the paper's or the holder's numbers."""
    rng = random.Random("other fields")
    wrong = {"number_wrong_field"}
    one = seeded("number-field-serial", paper.licence_landscape)
    yield typed_case("number-field-serial", one, wrong, number=one.serial)
    one = seeded("number-field-serial-old", paper.licence_old)
    yield typed_case("number-field-serial-old", one, wrong, number=one.serial[:12])
    one = seeded("number-field-organisation-code", paper.licence_portrait)
    yield typed_case("number-field-organisation-code", one, wrong, number=one.number[8:17])
    one = seeded("number-field-head", paper.licence_copy)
    yield typed_case("number-field-head", one, wrong, number=person(rng).number)
    for document_type in ("TYDM", "SHTTFR"):
        case_id = f"number-field-registration-{document_type.lower()}"
        one = seeded(case_id, partial(paper.certificate_of, document_type=document_type))
        number = registration_number(rng, "110105")
        yield typed_case(case_id, one, wrong, number=number)
    one = seeded("number-field-registration", paper.licence_landscape)
    number = registration_number(rng, _region_of(one))
    either = {"number_mismatch"}
    yield typed_case("number-field-registration", one, wrong, number=number, or_else=either)
    one = seeded("number-field-pass", paper.hk_residence)
    expected = {"number_length"}
    yield typed_case("number-field-pass", one, expected, number=one.serial, or_else=wrong)
    one = seeded("number-field-other-code", partial(paper.certificate_of, document_type="MBFQY"))
    number = organisation_code(rng)
    yield typed_case("number-field-other-code", one, wrong, number=number)


def _regions() -> Iterator[Case]:
    """A region that no table has: told, and no more."""
    for at, region in enumerate(("119900", "449912"), start=1):
        case_id = f"clean-number-region-{at}"
        rng = random.Random(case_id)
        who = person(rng)
        number = resident_number(rng, region, who.born, male=who.male)
        one = paper.card_of(who, number)
        yield typed_case(case_id, one, {"region_code_unknown"}, clean=True)


def _region_of(one: Submission) -> str:
    return one.organisation.place.code if one.organisation else ""


def _one_digit(number: str) -> str:
    """Another digit near the end, where no date and no region is."""
    at = next(at for at in range(len(number) - 2, 0, -1) if number[at].isdigit())
    return number[:at] + str((int(number[at]) + 3) % 10) + number[at + 1 :]


def _swapped(number: str) -> str:
    """Two different neighbours exchanged, as near the end as can be."""
    for at in range(len(number) - 3, 1, -1):
        if number[at] != number[at + 1] and (number[at] + number[at + 1]).isdigit():
            return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    raise ValueError("all characters are the same")


def _twin(number: str) -> str:
    at = next(at for at in range(2, len(number)) if number[at] in _TWINS)
    return number[:at] + _TWINS[number[at]] + number[at + 1 :]
