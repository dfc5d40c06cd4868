"""Check digits of machine-readable zones (ICAO 9303-3, section 4.9)."""

_VALUES = {c: at for at, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}
_WEIGHTS = (7, 3, 1)


def check_digit(text: str) -> str:
    """The digit over `text`, "" where a character has no value."""
    if any(c not in _VALUES for c in text):
        return ""
    return str(sum(_VALUES[c] * _WEIGHTS[at % 3] for at, c in enumerate(text)) % 10)


def holds(text: str, digit: str) -> bool:
    """Whether the digit follows from the text; a filler stands for 0 where all are fillers."""
    if digit == "<" and not text.strip("<"):
        return True
    return bool(digit) and check_digit(text) == digit
