"""Characters mistaken for one another: 0/O, 1/I, 8/B, 2/Z, 5/S (seed 001, question 1.2)."""

from collections.abc import Iterator

from templates_app.rules.numbers.layout import misfits
from templates_app.rules.numbers.standard import Standard

_DIGITS, _LETTERS = "01825", "OIBZS"
# L is what a lower-case l, typed for 1, becomes in upper case.
TWIN = dict(zip(_DIGITS + _LETTERS + "L", _LETTERS + _DIGITS + "1", strict=True))


def correct_forbidden(number: str, standard: Standard) -> str | None:
    """The number with every forbidden character replaced by its look-alike.

    None when no form has the number's length, when nothing is forbidden, or
    when a forbidden character has no look-alike that the place permits.
    """
    layout = standard.closest_layout(number)
    if layout is None:
        return None
    wrong = misfits(number, layout)
    fixable = all(number[at] in TWIN and TWIN[number[at]] in layout[at] for at in wrong)
    return _swap(number, wrong) if wrong and fixable else None


def correct_permitted(number: str, standard: Standard) -> str | None:
    """The one number with a single look-alike exchanged whose check holds.

    For a number that fits the layout but whose check digit is wrong; None when
    no exchange helps, or more than one would.
    """
    if standard.holds is None:
        return None
    valid = [candidate for candidate in _single_swaps(number) if standard.accepts(candidate)]
    return valid[0] if len(valid) == 1 else None


def _single_swaps(number: str) -> Iterator[str]:
    for at, character in enumerate(number):
        if character in TWIN:
            yield _swap(number, [at])


def _swap(number: str, places: list[int]) -> str:
    characters = list(number)
    for at in places:
        characters[at] = TWIN[characters[at]]
    return "".join(characters)
