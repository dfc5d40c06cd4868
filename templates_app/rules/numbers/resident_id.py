"""Resident identity number, GB 11643: region, birth date, sequence, check character."""

from stdnum import numdb
from stdnum.cn import ric

from templates_app.rules.numbers.birth_date import has_birth_date
from templates_app.rules.numbers.layout import CHECK_11, DIGITS
from templates_app.rules.numbers.personal import check_belongs_to, region_unknown
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.problems import Problem


def resident_id_holds(number: str) -> bool:
    """Check character (ISO 7064 MOD 11-2) and birth date.

    The place is no part of it: `ric.validate` would refuse a correct number
    whose county is younger than its holder.
    """
    return number[-1] == ric.calc_check_digit(number) and has_birth_date(number)


def is_known_county(region_code: str) -> bool:
    """Whether six digits are, or once were, a county of GB/T 2260."""
    found = numdb.get("cn/loc").info(region_code)
    return any("county" in properties for _part, properties in found)


def _hints(number: str) -> list[Problem]:
    foreign = check_belongs_to("SFZ", number)
    if foreign:
        return foreign
    return [] if is_known_county(number[:6]) else [region_unknown(number[:6])]


RESIDENT_ID = Standard(
    layouts=((DIGITS,) * 17 + (CHECK_11,),),
    holds=resident_id_holds,
    hints=_hints,
)
