"""Registration number of old business licences: 15 digits, MOD 11,10 (ISO 7064)."""

from stdnum.iso7064 import mod_11_10

from templates_app.rules.numbers.layout import DIGITS

REGISTRATION_LAYOUT = (DIGITS,) * 15


def registration_number_holds(number: str) -> bool:
    """Whether the last of fifteen digits follows from the others."""
    return mod_11_10.is_valid(number)
