"""Residence permits of Hong Kong, Macau (81, 82) and Taiwan (83) residents.

Numbered like GB 11643, with 810000, 820000 or 830000 for a region; stdnum's
`ric` refuses those, so that the check character is asked of MOD 11-2 itself.
"""

from stdnum.iso7064 import mod_11_2

from templates_app.rules.numbers.birth_date import has_birth_date
from templates_app.rules.numbers.layout import CHECK_11, DIGITS
from templates_app.rules.numbers.personal import check_belongs_to, region_unknown
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.problems import Problem

_LAYOUT = (DIGITS,) * 17 + (CHECK_11,)


def residence_permit_holds(number: str) -> bool:
    """Check character (ISO 7064 MOD 11-2) and birth date."""
    return mod_11_2.is_valid(number) and has_birth_date(number)


def _hints(document_type: str, number: str) -> list[Problem]:
    other = check_belongs_to(document_type, number)
    if other:
        return other
    return [] if number[2:6] == "0000" else [region_unknown(number[:6])]


HK_MO_RESIDENCE_PERMIT = Standard(
    layouts=(_LAYOUT,),
    holds=residence_permit_holds,
    hints=lambda number: _hints("GAJZZ", number),
)
TW_RESIDENCE_PERMIT = Standard(
    layouts=(_LAYOUT,),
    holds=residence_permit_holds,
    hints=lambda number: _hints("TWJZZ", number),
)
