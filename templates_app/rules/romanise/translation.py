"""Whether a Latin name can be the Chinese name's (seed 002: polyphonic and rare characters)."""

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem, problem
from templates_app.rules.romanise.person import NAME_DOTS
from templates_app.rules.romanise.syllables import readings, spellings
from templates_app.rules.surnames import COMPOUND_SURNAMES, SURNAMES
from templates_app.rules.text import has_han

_LONGEST_NAME = 64


def check_translation(
    name: str, romanised: str, *, holder_type: str = "individual"
) -> list[Problem]:
    """Warn when no reading of a person's Chinese name gives the Latin one.

    A character is read as it is read as a surname where it is one (单 Shan, not Dan), and in any
    way elsewhere. Surname first or last, any spacing, tone marks or not. Names that are empty
    or hold no Chinese character, and organisations (whose English name is a
    translation, not a spelling), are judged only by whether Latin letters
    were typed at all.
    """
    if not name.strip() or not romanised.strip():
        return []
    letters = _letters(romanised)
    if holder_type == "individual" and has_han(name):
        fits = not has_han(romanised) and _fits(name, letters)
    else:
        fits = not has_han(romanised) and bool(letters)
    if fits:
        return []
    message = _(
        "The English name does not fit any reading of the Chinese name. "
        "Check characters with several readings, surnames above all, and correct it."
    )
    return [problem("name_translation_mismatch", message)]


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def _fits(name: str, letters: str) -> bool:
    characters = "".join(NAME_DOTS.sub("", name).split())[:_LONGEST_NAME]
    whole = [_plain(characters)] if NAME_DOTS.search(name) else []  # written by sound: no surname
    return any(_consumes(order, letters) for order in (*whole, *_orders(characters)))


def _orders(characters: str) -> Iterator[list[frozenset[str]]]:
    """The readings in turn: surname of one or two characters, before or after the given name."""
    for surname, read in _surnames(characters):
        given = _plain(characters[len(surname) :])
        yield [*read, *given]
        yield [*given, *read]


def _surnames(characters: str) -> Iterator[tuple[str, list[frozenset[str]]]]:
    first, two = characters[:1], characters[:2]
    yield first, [spellings(SURNAMES[first])] if first in SURNAMES else _plain(first)
    if two in COMPOUND_SURNAMES:
        yield two, [spellings(COMPOUND_SURNAMES[two])]


def _plain(characters: str) -> list[frozenset[str]]:
    return [readings(character) for character in characters]


def _consumes(sequence: list[frozenset[str]], letters: str) -> bool:
    reached = {0}
    for alternatives in sequence:
        reached = {
            at + len(syllable)
            for at in reached
            for syllable in alternatives
            if letters.startswith(syllable, at)
        }
    return len(letters) in reached
