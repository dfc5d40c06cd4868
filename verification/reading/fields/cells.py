"""Lines cut into labels and the texts between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .folding import alike, compact, folded
from .labels import ENGLISH_HALF, Key, Labels
from .page import Page
from .run import Run, join

# Four characters and more may have one misread for every four; two must be right.
_SLIPS_PER = 4
_MARKS = ":.·,;/|丨*-_'\"、。，；"
_ENGLISH = re.compile(rf"^[\s/:.]*(?:{ENGLISH_HALF})\.?(?![a-z])[\s/:.]*", re.IGNORECASE)
# Two characters are a label inside a line only this soon after another label (性别男民族汉).
_SOON = 6
_LONG = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A label with what follows it in its line (`value` may be empty), or a text without one.

    `exact`: the label was read without a slip.
    """

    label: Run | None
    key: Key | None
    value: Run
    exact: bool = True


def cells_of(page: Page, labels: Labels) -> list[Cell]:
    """Every run of the page, in reading order, cut at its labels."""
    runs = _mended(page, labels)
    return [cell for run in runs for cell in _cut(run, labels)]


def _cut(run: Run, labels: Labels) -> Iterable[Cell]:
    text = folded(run.text)
    found = list(_labels_in(text, labels))
    if not found:
        return [Cell(None, None, run.stripped())]
    cells = []
    if found[0][0]:
        cells.append(Cell(None, None, run.cut(0, found[0][0]).stripped()))
    ends = [start for start, _end, _word in found[1:]] + [len(run.text)]
    for (start, end, word), stop in zip(found, ends, strict=True):
        value = _without_english(run.cut(end, stop))
        exact = "".join(text[start:end].split()) == word
        cells.append(Cell(run.cut(start, end), labels[word], value, exact))
    return cells


def _without_english(run: Run) -> Run:
    run = run.stripped(_MARKS + "：")
    half = _ENGLISH.match(run.text)
    return run.cut(half.end()).stripped(_MARKS + "：") if half else run


def _labels_in(text: str, labels: Labels) -> Iterable[tuple[int, int, str]]:
    """Start, end and word of each label in a folded line."""
    at = len(text) - len(text.lstrip(_MARKS + " "))
    found = _label_at(text, at, labels)
    after = -1
    while at < len(text):
        if found:
            yield at, *found
            at = after = found[0]
        else:
            at += 1
        found = _label_inside(text, at, after, labels)


def _label_inside(text: str, at: int, after: int, labels: Labels) -> tuple[int, str] | None:
    """A label further on in a line, `after` the end of the one before it or -1: a long one
    without a slip, or a short one soon after another, rather than part of a value."""
    soon = after >= 0 and at - after <= _SOON and text[at - 1 : at] != ":"
    starts = text[at : at + 1]
    words = (word for word in labels if word[0] == starts and (soon or len(word) >= _LONG))
    return _longest(text, at, words, exact=True)


def _label_at(text: str, at: int, labels: Labels) -> tuple[int, str] | None:
    return _longest(text, at, labels, exact=False)


def _longest(text: str, at: int, words: Iterable[str], *, exact: bool) -> tuple[int, str] | None:
    """Where the longest of the words that begins here ends, spaces inside it allowed."""
    best: tuple[int, str] | None = None
    for word in words:
        end = _end_of(text, at, len(word))
        if end and (best is None or len(word) > len(best[1])):
            slips = 0 if exact else len(word) // _SLIPS_PER
            if alike("".join(text[at:end].split()), word, slips=slips):
                best = end, word
    return best


def _end_of(text: str, at: int, length: int) -> int | None:
    """Where `length` characters beside spaces end."""
    for end in range(at, len(text)):
        length -= text[end] != " "
        if not length:
            return end + 1
    return None


def _mended(page: Page, labels: Labels) -> list[Run]:
    """Labels printed so wide that they were read in pieces (名 | 称) put together again."""
    beginnings = {word[:at] for word in labels for at in range(1, len(word))}
    runs = list(page.runs)
    for run in page.runs:
        head = folded(compact(run).text)
        if head not in beginnings or run not in runs:
            continue
        after = [other for other in page.row_of(run, runs) if other.left >= run.middle]
        found = _pieces(run, after, labels)
        if found:
            pieces, mended = found
            at = runs.index(run)
            runs = [other for other in runs if other not in pieces]
            runs[at:at] = mended
    return runs


def _pieces(first: Run, after: list[Run], labels: Labels) -> tuple[list[Run], list[Run]] | None:
    """The pieces of a label that begins with `first`, and what they make: the label, and the
    value that stood in the last piece."""
    text, pieces = folded(compact(first).text), [first]
    for run in after[:4]:
        before, text = len(text), text + folded(compact(run).text)
        words = [word for word in labels if text.startswith(word)]
        if words:
            used = max(map(len, words)) - before
            end = _end_of(folded(run.text), 0, used) or len(run.text)
            label = join([*pieces, run.cut(0, end)])
            rest = run.cut(end).stripped(_MARKS)
            return [*pieces, run], [label, rest] if rest.text else [label]
        pieces.append(run)
        if not any(word.startswith(text) for word in labels):
            return None
    return None
