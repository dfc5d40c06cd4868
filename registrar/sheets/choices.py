"""Codes in files: people write what a code is called, in either language (pure)."""

import unicodedata
from collections.abc import Iterable, Mapping

from registrar.errors import Text
from registrar.languages import in_every_language

YES = frozenset({"yes", "true", "1", "y", "是"})
NO = frozenset({"no", "false", "0", "n", "否"})


def normal(text: str) -> str:
    """Width, case and blanks around it don't matter."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def names_of(choices: Iterable[tuple[str, Text]]) -> dict[str, str]:
    """Every name of every choice, and the code itself, to its code; for `code_of`."""
    found: dict[str, str] = {}
    for code, label in choices:
        for name in (code, *in_every_language(label).values()):
            found.setdefault(normal(name), code)
    return found


def code_of(text: str, names: Mapping[str, str]) -> str:
    """The code that is meant; the text itself where there is none, for the rules to refuse."""
    return names.get(normal(text), text.strip())


def flag_of(text: str) -> bool | None:
    """yes or no; None for anything else."""
    typed = normal(text)
    if typed in YES:
        return True
    return False if typed in NO else None
