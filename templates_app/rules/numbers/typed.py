"""How a number was typed: spaces, full-width characters, a licence's copy suffix.

Seed 000 section 2 and seed 001 questions 3 and 4: half width, no spaces, no
copy number such as (1-1).
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem
from templates_app.rules.text import fold_width, is_fullwidth, is_space, space_positions

_BRACKETED_SUFFIX = re.compile(r"(?:\((?:副本)?[0-9]{1,2}-[0-9]{1,2}\)|\(副本\)|副本)+$")
_BARE_SUFFIX = re.compile(r"(?<=[0-9A-Z]{8})[0-9]-[0-9]{1,2}$")
_DASHES = str.maketrans(dict.fromkeys("－—–‐‑−", "-"))


@dataclass(frozen=True)
class Typed:
    """A number as it was meant: `text` without what `problems` complain about.

    `positions[i]` is where character i of `text` stands in what was typed,
    counted from 1.
    """

    text: str
    positions: tuple[int, ...]
    problems: tuple[Problem, ...]


def normalise_number(number: str) -> str:
    """Upper case, without white space around it. Nothing else is changed."""
    return number.strip().upper()


def read_typed(number: str, *, bare_suffix: bool) -> Typed:
    """Take off what should not have been typed, and say what it was.

    `number` is normalised. `bare_suffix`: whether `1-1` without brackets at the
    end is a copy suffix too; numbers of free form may end so by themselves.
    """
    kept = [(at, c) for at, c in enumerate(number, start=1) if not is_space(c)]
    text = fold_width("".join(c for _at, c in kept)).upper()
    start = _copy_suffix_start(text, bare=bare_suffix)
    dropped = [at for at, _c in kept[start:]]
    text, positions = text[:start], tuple(at for at, _c in kept[:start])
    body = number[: positions[-1]] if positions else ""
    problems = [*_check_spaces(body), *_check_width(body), *_check_suffix(dropped)]
    return Typed(text, positions, tuple(problems))


def _check_spaces(number: str) -> list[Problem]:
    positions = space_positions(number)
    if not positions:
        return []
    message = _("The number contains spaces or invisible characters. Delete them.")
    return [problem("number_contains_space", message, positions=positions)]


def _check_width(number: str) -> list[Problem]:
    positions = [at for at, c in enumerate(number, start=1) if is_fullwidth(c)]
    if not positions:
        return []
    message = _(
        "The number contains full-width characters. "
        "Type it again with the keyboard set to English (half width)."
    )
    return [problem("number_not_halfwidth", message, positions=positions)]


def _check_suffix(positions: list[int]) -> list[Problem]:
    if not positions:
        return []
    message = _(
        "The end of the number is the copy number of the licence, such as (1-1). "
        "Leave it out and keep only the number itself."
    )
    return [problem("number_copy_suffix", message, positions=positions)]


def _copy_suffix_start(text: str, *, bare: bool) -> int:
    """Where the suffix begins, counted from 0; the length of the text when there is none."""
    plain = text.translate(_DASHES)
    found = _BRACKETED_SUFFIX.search(plain)
    if found is None and bare:
        found = _BARE_SUFFIX.search(plain)
    return found.start() if found and found.start() else len(text)
