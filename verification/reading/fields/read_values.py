"""Runs made values: cleaned, with a confidence and a place."""

from collections.abc import Sequence
from dataclasses import replace

from templates_app.rules.simplified import simplified
from templates_app.rules.text import HAN, fold_width, has_han, is_space
from verification.reading.model import SURE, ReadValue

from .dates import FoundDate, dates_in
from .folding import folded
from .page import Page
from .run import Run, join

_DOTS = "・•‧∙⋅･●"
_EDGES = " :：;；,，.。、|丨_*-—'\"“”‘’"


def text_value(page: Page, runs: Sequence[Run], *, trust: float = 1.0) -> ReadValue | None:
    """The text of the runs, in printed order: no spaces between Chinese characters, brackets of
    one width (full where there is Chinese: OCR can't tell), the middle dot as ·.

    `trust` lowers the confidence of what may not be this value. None where nothing is left.
    """
    if not runs:
        return None
    run = _tidy(join(runs, "" if has_han("".join(run.text for run in runs)) else " "))
    if not run.text:
        return None
    return ReadValue(
        run.text,
        min(run.confidence * trust, 1.0),
        run.box(page.width, page.height),
        run.characters if run.told else (),
    )


def date_value(page: Page, found: FoundDate) -> ReadValue:
    """A date, as sure as its figures; single characters are not told, as its spelling is
    another."""
    run = found.run
    figures = run.keep(lambda at: run.text[at].isdigit())
    confidence = figures.confidence or run.confidence
    return ReadValue(found.text, confidence, run.box(page.width, page.height))


def dates_of(runs: Sequence[Run]) -> list[FoundDate]:
    """The dates in a value of several pieces."""
    return dates_in(join(runs, " ")) if runs else []


def dates_over(first: Sequence[Run], rest: Sequence[Run]) -> list[FoundDate]:
    """The dates that begin in the first line of a value: the others are another value's."""
    end = len(join(first, " ").text) if first else 0
    return [found for found in dates_of([*first, *rest]) if found.start < end]


def surer(value: ReadValue, confidence: float) -> ReadValue:
    """The value, at least so sure."""
    return replace(value, confidence=max(value.confidence, confidence))


def less_sure(value: ReadValue, confidence: float) -> ReadValue:
    """The value, at most so sure."""
    return replace(value, confidence=min(value.confidence, confidence))


def _tidy(run: Run) -> Run:
    chinese = has_han(run.text)
    run = run.spelt("".join(map(_likelier, run.text, run.characters)))
    text = run.text
    kept = run.keep(lambda at: not (is_space(text[at]) and (chinese or _doubled(text, at))))
    return kept.spelt(_marks(kept.text) if chinese else fold_width(kept.text)).stripped(_EDGES)


def _likelier(character: str, sure: float) -> str:
    """A doubtful traditional form stands for the simplified one, which the papers print."""
    return simplified(character) if sure < SURE else character


def _doubled(text: str, at: int) -> bool:
    return at > 0 and is_space(text[at - 1])


def _marks(text: str) -> str:
    text = fold_width(text)
    text = "".join("·" if c in _DOTS or _is_dot(text, at) else c for at, c in enumerate(text))
    return text.replace("(", "（").replace(")", "）")


def _is_dot(text: str, at: int) -> bool:
    """A full stop between two Chinese characters is a misread middle dot."""
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return text[at] == "." and len(around) == 2 and all(HAN.match(c) for c in around)


def sex_of(text: str) -> str:
    """M, F or "" of 男, 女/F, M …"""
    plain = folded(text).upper()
    if "男" in plain or plain.strip() == "M":
        return "M"
    return "F" if "女" in plain or plain.strip() == "F" else ""
