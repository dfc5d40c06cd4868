"""Dates as documents print them, in one spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verification.reading.model import LONG_TERM

from .folding import folded
from .run import Run

_MONTHS = {
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6,
    "JUL": 7, "AUG": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12,
}  # fmt: skip
_HAN_DIGITS = {c: str(at) for at, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_HAN = "〇○零一二三四五六七八九十"
_FIGURES = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})(?!\d)\s*日?"
)
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_CHINESE = re.compile(rf"([{_HAN}]{{4}})\s*年\s*([{_HAN}]{{1,3}})\s*月\s*([{_HAN}]{{1,3}})\s*日?")
_ENGLISH = re.compile(
    r"(?<!\d)(\d{1,2})\s*[.\-/]?\s*(?:[\dIl]{0,2}\s*月?\s*/?\s*)?"
    rf"({'|'.join(_MONTHS)})[A-Z]*\.?\s*(?:/?\s*\d{{1,2}}\s*月\s*)?[.\-/]?\s*((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_WITHOUT_END = re.compile("长期|永久|永续|无固定期限|不约定期限")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """`text`: ISO 8601 or LONG_TERM; `run`: where it is printed."""

    text: str
    run: Run
    start: int


def dates_in(run: Run) -> list[FoundDate]:
    """Every calendar date in a line, in order, and LONG_TERM where it says so."""
    text = folded(run.text)
    found = {start: FoundDate(iso, run.cut(start, end), start) for iso, start, end in _all(text)}
    return [found[start] for start in sorted(found)]


def _all(text: str) -> Iterator[tuple[str, int, int]]:
    readers = (
        (_FIGURES, _of_figures),
        (_PACKED, _of_figures),
        (_CHINESE, _of_chinese),
        (_ENGLISH, _of_english),
    )
    for pattern, read in readers:
        for match in pattern.finditer(text):
            iso = read(*match.groups())
            if iso:
                yield iso, match.start(), match.end()
    for match in _WITHOUT_END.finditer(text):
        yield LONG_TERM, match.start(), match.end()


def iso_date(year: int, month: int, day: int) -> str:
    """ISO 8601, or "" for a day that no calendar has."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _of_figures(year: str, month: str, day: str) -> str:
    return iso_date(int(year), int(month), int(day))


def _of_english(day: str, month: str, year: str) -> str:
    return iso_date(int(year), _MONTHS[month.upper()], int(day))


def _of_chinese(year: str, month: str, day: str) -> str:
    digits = "".join(_HAN_DIGITS.get(c, "") for c in year)
    return iso_date(int(digits), _small(month), _small(day)) if len(digits) == 4 else ""


def _small(text: str) -> int:
    """A Chinese numeral up to 99, 0 for anything else."""
    tens, ten, ones = text.partition("十")
    if not ten:
        tens, ones = "", text
    plain = [_HAN_DIGITS.get(part, "" if part else "0") for part in (tens, ones)]
    if not all(plain):
        return 0
    return (int(plain[0]) or 1) * 10 + int(plain[1]) if ten else int(plain[1])
