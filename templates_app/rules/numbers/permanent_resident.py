"""Foreign permanent resident identity card.

Since 2023: 9, two digits of the region, three of the nationality (ISO 3166-1),
birth date, sequence, check character (MOD 11-2). Before: three letters of the
nationality and twelve digits, whose check digit is not published.
"""

from stdnum.iso7064 import mod_11_2

from templates_app.rules.numbers.birth_date import has_birth_date
from templates_app.rules.numbers.layout import CHECK_11, DIGITS, LETTERS
from templates_app.rules.numbers.personal import check_belongs_to, region_unknown
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.problems import Problem
from templates_app.rules.regions import is_region_prefix

_OLD = (LETTERS,) * 3 + (DIGITS,) * 12
_NEW = (DIGITS,) * 17 + (CHECK_11,)


def permanent_resident_holds(number: str) -> bool:
    """Check character and birth date of the new form; the old one has nothing to check."""
    if len(number) == len(_OLD):
        return True
    return mod_11_2.is_valid(number) and has_birth_date(number)


def _hints(number: str) -> list[Problem]:
    if len(number) == len(_OLD):
        return []
    other = check_belongs_to("WJLSFZ", number)
    if other:
        return other
    return [] if is_region_prefix(number[1:3]) else [region_unknown(number[1:3])]


PERMANENT_RESIDENT = Standard(layouts=(_OLD, _NEW), holds=permanent_resident_holds, hints=_hints)
