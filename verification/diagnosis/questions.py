"""Questions about what only the user can know or see, read from data/questions.toml."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import CatalogueError, Text

QUESTIONS_FILE = Path(__file__).parent / "data" / "questions.toml"

YES, NO = "yes", "no"
# A document that stays valid for good (长期).
NO_END = "none"
# Before any document that somebody still holds; a year in a date field is easily mistyped.
_EARLIEST = dt.date(1950, 1, 1)
_LATEST = dt.date(2199, 12, 31)

AnswerKind = Literal["yes_no", "date"]
ANSWER_KINDS: list[str] = list(get_args(AnswerKind))
_KEYS = {"codes", "kind", "confirms", "open_ended", "past", "zh", "en"}


@dataclass(frozen=True, slots=True)
class Question:
    """`codes` are the causes that one answer settles; the answer is kept under the first.

    `confirms`: which of yes and no says that this is the cause. `open_ended`: a date may also
    be answered with NO_END. `past`: a day to come is no answer.
    """

    codes: tuple[str, ...]
    kind: AnswerKind
    text: Text
    confirms: str = YES
    open_ended: bool = False
    past: bool = False

    @property
    def key(self) -> str:
        return self.codes[0]

    def accepts(self, value: str, *, today: dt.date) -> bool:
        """Whether `value` is an answer: yes or no, or a date as 2026-01-31."""
        if self.kind == "yes_no":
            return value in (YES, NO)
        if value == NO_END:
            return self.open_ended
        with suppress(ValueError):
            day = dt.date.fromisoformat(value)
            # One spelling only: ISO 8601 has others, such as weeks (2026-W01-1).
            spelt_so = day.isoformat() == value
            return spelt_so and _EARLIEST <= day <= (today if self.past else _LATEST)
        return False


@cache
def questions() -> Mapping[str, Question]:
    """Every question by each of its codes, read once per process; CatalogueError when the
    shipped file is incomplete."""
    return load_questions(QUESTIONS_FILE)


def question_for(code: str) -> Question | None:
    return questions().get(code)


def answer_of(code: str, answers: Mapping[str, str]) -> str:
    """What was answered to the question about `code`; "" for nothing."""
    question = question_for(code)
    return answers.get(question.key, "") if question else ""


def load_questions(path: Path) -> Mapping[str, Question]:
    """The questions of a file by code; CatalogueError names what is wrong with it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    except (OSError, ValueError, KeyError) as error:
        raise CatalogueError(f"{path.name}: unreadable: {error}") from error
    found: dict[str, Question] = {}
    for table in tables:
        question = _parse(table, path.name)
        for code in question.codes:
            if code not in FINDING_CODES or code in found:
                raise CatalogueError(f"{path.name}: {code}: unknown, or asked twice")
            found[code] = question
    return MappingProxyType(found)


def _parse(table: Mapping[str, Any], file: str) -> Question:
    codes = table.get("codes") or ["?"]
    place = f"{file}: {codes[0]}"
    if not {"codes", "kind", "zh", "en"} <= table.keys() <= _KEYS:
        raise CatalogueError(f"{place}: keys {sorted(table)}")
    if table["kind"] not in ANSWER_KINDS or table.get("confirms", YES) not in (YES, NO):
        raise CatalogueError(f"{place}: kind or confirms unknown")
    if not table["zh"].strip() or not table["en"].strip():
        raise CatalogueError(f"{place}: needs zh and en")
    return Question(
        codes=tuple(codes),
        kind=table["kind"],
        text=Text(table["zh"], table["en"]),
        confirms=table.get("confirms", YES),
        open_ended=table.get("open_ended", False),
        past=table.get("past", False),
    )
