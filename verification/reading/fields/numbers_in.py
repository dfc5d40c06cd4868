"""Document numbers among recognised characters: found by form, trusted by check digit.

The rules of the numbers themselves are those of templates_app.rules.numbers.
"""

import re
from collections.abc import Iterable, Sequence

from templates_app.rules.numbers.confusable import correct_forbidden
from templates_app.rules.numbers.standard import Standard
from templates_app.rules.text import fold_width, is_space
from verification.reading.model import SURE, ReadValue

from .page import Page
from .read_values import less_sure, surer
from .run import Run

# What only a recogniser takes for a digit.
_ROUND = str.maketrans(dict.fromkeys("〇○◯о", "0"))
_WORD = re.compile(r"[0-9A-Z]+(?:-[0-9X](?![0-9A-Z]))?")
# Pairs that a recogniser confuses and a standard permits in one place.
_PAIRS = ("8B", "0D", "0Q", "5S", "6G", "2Z", "7T", "1T", "1L", "UV", "HN", "MN", "CG", "8G")
# Confidences: checked and right; right after a repair; right form, wrong check digit; without
# a check digit at most; wrong form beside the label.
_CHECKED, _REPAIRED, _UNCHECKED, _PLAIN, _MISSHAPEN = 0.97, 0.93, 0.8, 0.985, 0.5
# From here on every character is taken for what the paper says, even against the check digit.
_PLAINLY_READ = 0.985
_DOUBTFUL = 0.95


def numbers_in(page: Page, runs: Iterable[Run], standard: Standard) -> list[ReadValue]:
    """Every number of this standard in the runs, once each: right ones first, else in order.

    A number that is there twice is surer for it.
    """
    found: dict[str, ReadValue] = {}
    for run in runs:
        for value in _of_run(page, run, standard):
            before = found.get(value.text)
            found[value.text] = _twice(before, value) if before else value
    return sorted(found.values(), key=lambda value: not standard.accepts(value.text))


def misshapen(page: Page, runs: Sequence[Run], *, shortest: int) -> ReadValue | None:
    """What stands where a number should, though no number has this form: never sure."""
    words = [word for run in runs for word in _words(run) if len(word.text) >= shortest]
    longest = max(words, key=lambda word: len(word.text), default=None)
    if longest is None or sum(c.isdigit() for c in longest.text) < shortest - 2:
        return None
    return less_sure(_value(page, longest), _MISSHAPEN)


def _twice(one: ReadValue, other: ReadValue) -> ReadValue:
    if one.box == other.box:
        return one
    better = max(one, other, key=lambda value: value.confidence)
    return surer(better, min(1.0, 1 - (1 - one.confidence) * (1 - other.confidence)))


def _of_run(page: Page, run: Run, standard: Standard) -> Iterable[ReadValue]:
    for word in _words(run):
        value = _judged(page, word, standard)
        if value:
            yield value


def _words(run: Run) -> list[Run]:
    text = fold_width(run.text).translate(_ROUND).upper()
    if len(text) != len(run.text):
        return []
    plain = run.spelt(text).keep(lambda at: not is_space(text[at]))
    words = [plain.cut(*match.span()) for match in _WORD.finditer(plain.text)]
    return [_without_hyphen(word) for word in words]


def _without_hyphen(word: Run) -> Run:
    return word.keep(lambda at: word.text[at] != "-")


def _judged(page: Page, word: Run, standard: Standard) -> ReadValue | None:
    text = word.text
    if standard.closest_layout(text) is None or not any(c.isdigit() for c in text):
        return None
    value = _value(page, word)
    if standard.accepts(text):
        return surer(value, _CHECKED) if standard.holds else less_sure(value, _PLAIN)
    repaired = _repaired(word, standard)
    if repaired:
        text, confidence = repaired
        return ReadValue(text, confidence, value.box, value.characters)
    if correct_forbidden(text, standard) is None and not _fits(text, standard):
        return None
    plain = word.told and min(word.characters) >= _PLAINLY_READ and _fits(text, standard)
    return value if plain else less_sure(value, _UNCHECKED)


def _fits(text: str, standard: Standard) -> bool:
    layout = standard.closest_layout(text)
    return layout is not None and all(c in some for c, some in zip(text, layout, strict=True))


def _repaired(word: Run, standard: Standard) -> tuple[str, float] | None:
    """The number that was meant: forbidden look-alikes replaced, or the one doubtful character
    exchanged that makes the check digit right. The latter is never sure."""
    corrected = correct_forbidden(word.text, standard)
    if corrected and standard.accepts(corrected):
        return corrected, _REPAIRED if standard.holds else _UNCHECKED
    if standard.holds is None:
        return None
    right = {text for text in _exchanged(word) if standard.accepts(text)}
    return (right.pop(), min(_UNCHECKED, SURE)) if len(right) == 1 else None


def _exchanged(word: Run) -> Iterable[str]:
    for at, (character, confidence) in enumerate(zip(word.text, word.characters, strict=True)):
        if confidence < _DOUBTFUL:
            for pair in _PAIRS:
                if character in pair:
                    other = pair[1 - pair.index(character)]
                    yield word.text[:at] + other + word.text[at + 1 :]


def _value(page: Page, word: Run) -> ReadValue:
    box = word.box(page.width, page.height)
    return ReadValue(word.text, word.confidence, box, word.characters if word.told else ())
