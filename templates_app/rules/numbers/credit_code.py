"""Unified social credit code, GB 32100: 18 characters, mod 31.

Registering authority and kind of holder (2), region (6 digits), organisation
code (9), check character. stdnum's `validate` wants digits in the first two as
well, which refuses the codes of rural collectives (N) and of others (Y).
"""

from stdnum.cn import uscc

from templates_app.rules.numbers.layout import CREDIT, DIGITS
from templates_app.rules.numbers.personal import region_unknown
from templates_app.rules.numbers.registration_number import (
    REGISTRATION_LAYOUT,
    registration_number_holds,
)
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.numbers.wrong_field import check_credit_field, check_licence_field
from templates_app.rules.problems import Problem
from templates_app.rules.regions import is_region_prefix

_CREDIT_LAYOUT = (CREDIT,) * 2 + (DIGITS,) * 6 + (CREDIT,) * 10
_NATIONAL = "10"


def credit_code_holds(number: str) -> bool:
    """Whether the last of eighteen characters follows from the others."""
    return number[-1] == uscc.calc_check_digit(number)


def _region_hint(prefix: str) -> list[Problem]:
    # Development zones register under codes that GB/T 2260 does not list; only
    # the province tells a slip from a zone.
    known = prefix == _NATIONAL or is_region_prefix(prefix)
    return [] if known else [region_unknown(prefix)]


def _licence_holds(number: str) -> bool:
    if len(number) == len(REGISTRATION_LAYOUT):
        return registration_number_holds(number)
    return credit_code_holds(number)


def _licence_hints(number: str) -> list[Problem]:
    at = 0 if len(number) == len(REGISTRATION_LAYOUT) else 2
    return _region_hint(number[at : at + 2])


CREDIT_CODE = Standard(
    layouts=(_CREDIT_LAYOUT,),
    holds=credit_code_holds,
    hints=lambda number: _region_hint(number[2:4]),
    wrong_field=check_credit_field,
)
BUSINESS_LICENCE = Standard(
    layouts=(_CREDIT_LAYOUT, REGISTRATION_LAYOUT),
    holds=_licence_holds,
    hints=_licence_hints,
    wrong_field=check_licence_field,
)
