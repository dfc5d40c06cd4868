"""Machine-readable zones (ICAO 9303 parts 4 and 5): passports (TD3) and cards (TD1)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from .check_digits import holds
from .dates import iso_date
from .run import Run

_TO_DIGIT = dict(zip("OQDILZSBGT", "0001125867", strict=True))
_TO_LETTER = dict(zip("01258", "OIZSB", strict=True))
_TWINS = dict(zip("OI01", "01OI", strict=True))


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone says. `proven`: the check digits that hold, by field.

    Dates are ISO or "". `surname` and `given` have spaces where the zone has fillers.
    """

    code: str
    issuer: str
    number: str
    nationality: str
    surname: str
    given: str
    born_on: str
    expires_on: str
    sex: str
    names: Run
    data: Run
    proven: frozenset[str] = field(default_factory=frozenset)


def passport_zone(first: Run, second: Run) -> Zone | None:
    """The two lines of a passport; None where they can't be one.

    Letters for digits and the other way round are put right where the place tells, and in the
    number where check digits do.
    """
    top, text = first.text, second.text
    if not top.startswith("P") or len(text) < 28:
        return None
    born, expires = _digits(text[13:19]), _digits(text[21:27])
    proven = _proven("born_on", born, _digits(text[19]))
    proven |= _proven("expires_on", expires, _digits(text[27]))
    rest = born + _digits(text[19]) + expires + _digits(text[27]) + text[28:43]
    number, checks = _number(text[:10], rest, _digits(text[43:]))
    proven |= checks
    surname, given = _names(top[5:])
    ends = _expiry(expires)
    return Zone(
        top[:2], _letters(top[2:5]), number, _letters(text[10:13]), surname, given,
        _birth(born, ends), ends, text[20] if text[20] in "MF" else "",
        first, second, frozenset(proven),
    )  # fmt: skip


def card_zone(first: Run, second: Run, third: Run) -> Zone | None:
    """The three lines of a card."""
    top, text = first.text, second.text
    if top[:1] not in ("C", "I", "A") or len(top) < 15 or len(text) < 18:
        return None
    number = top[5:14].rstrip("<")
    born, expires = _digits(text[:6]), _digits(text[8:14])
    proven = _proven("number", top[5:14], _digits(top[14]))
    proven |= _proven("born_on", born, _digits(text[6]))
    proven |= _proven("expires_on", expires, _digits(text[14]))
    surname, given = _names(third.text)
    ends = _expiry(expires)
    return Zone(
        top[:2], _letters(top[2:5]), number, _letters(text[15:18]), surname, given,
        _birth(born, ends), ends, text[7] if text[7] in "MF" else "",
        third, first, frozenset(proven),
    )  # fmt: skip


def _number(field: str, rest: str, last: str) -> tuple[str, set[str]]:
    """The number, and which of its own and the last check digit hold as read.

    `field` ends in its check digit. Look-alikes are exchanged, as few as make it hold; a number
    so mended proves nothing, as one in ten would agree by chance (the last digit weighs the
    number as its own does).
    """
    text, digit = field[:9], _digits(field[9:])
    if holds(text, digit):
        whole = {"all"} if holds(text + digit + rest, last) else set()
        return text.rstrip("<"), {"number"} | whole
    for many in (1, 2):
        right = {tried for tried in _exchanged(text, many) if holds(tried, digit)}
        if right:
            return (right.pop() if len(right) == 1 else text).rstrip("<"), set()
    return text.rstrip("<"), set()


def _exchanged(text: str, many: int) -> Iterator[str]:
    places = [at for at, c in enumerate(text) if c in _TWINS]
    for chosen in combinations(places, many):
        yield "".join(_TWINS[c] if at in chosen else c for at, c in enumerate(text))


def _proven(name: str, text: str, digit: str) -> set[str]:
    return {name} if holds(text, digit) else set()


def _digits(text: str) -> str:
    return "".join(_TO_DIGIT.get(c, c) for c in text)


def _letters(text: str) -> str:
    return "".join(_TO_LETTER.get(c, c) for c in text).strip("<")


def _names(text: str) -> tuple[str, str]:
    surname, _gap, given = _letters(text.rstrip("<")).partition("<<")
    given = given.split("<<")[0]
    return _spaced(surname), _spaced(given)


def _spaced(text: str) -> str:
    return " ".join(text.replace("<", " ").split())


def _expiry(text: str) -> str:
    return iso_date(2000 + int(text[:2]), int(text[2:4]), int(text[4:])) if _is_date(text) else ""


def _birth(text: str, expires: str) -> str:
    """In the century that lets the document end after it."""
    if not _is_date(text):
        return ""
    late = iso_date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
    early = iso_date(1900 + int(text[:2]), int(text[2:4]), int(text[4:]))
    # A passport runs ten years at most: its holder is born before it was issued.
    return late if late and expires and int(late[:4]) <= int(expires[:4]) - 1 else early


def _is_date(text: str) -> bool:
    return len(text) == 6 and text.isascii() and text.isdigit()
