"""Organisation code, GB 11714: eight characters and a check character.

It equals characters 9 to 17 of the holder's unified social credit code.
"""

from templates_app.rules.numbers.layout import ALPHANUMERIC, CHECK_11
from templates_app.rules.numbers.standard import Standard

_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def organisation_check_character(body: str) -> str:
    """The check character of eight digits or upper-case letters (A is 10, B is 11, ...)."""
    total = sum(
        ALPHANUMERIC.index(character) * weight
        for character, weight in zip(body, _WEIGHTS, strict=True)
    )
    return CHECK_11[(11 - total % 11) % 11]


def organisation_code_holds(number: str) -> bool:
    """Whether the ninth character follows from the eight before it."""
    return number[-1] == organisation_check_character(number[:-1])


ORGANISATION_CODE = Standard(
    layouts=((ALPHANUMERIC,) * 8 + (CHECK_11,),), holds=organisation_code_holds
)
