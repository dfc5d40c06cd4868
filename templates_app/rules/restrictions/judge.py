"""Asking the lists about names and a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from templates_app.rules.restrictions.fold import Folded, fold
from templates_app.rules.restrictions.hits import Hit
from templates_app.rules.restrictions.subjects import ListedSubject, has_number, is_named
from templates_app.rules.restrictions.words import ListedWord, holds_by_right, places_of


class Use(StrEnum):
    """What a name is used as."""

    HOLDER = "holder"
    CONTACT = "contact"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class Name:
    """A name to ask about, and the field that its hits are told of.

    `also` is another name of the same bearer (the English one, with its own field): who may
    bear a word in one language may in the other. `holder_type` is "" where it isn't known.
    """

    field: str
    text: str
    use: Use
    holder_type: str = ""
    also: "Name | None" = None


@dataclass(frozen=True, slots=True)
class Question:
    """Names, and the blind indexes of the holder's document number (field `number_field`)."""

    names: tuple[Name, ...] = ()
    numbers: tuple[str, ...] = ()
    number_field: str = "document_number"
    holder_type: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the lists hold that could concern a question; more than that does no harm.

    `allowed` are keys of whole names that may hold restricted words.
    """

    subjects: Sequence[ListedSubject] = ()
    words: Sequence[ListedWord] = ()
    allowed: frozenset[str] = frozenset()


def judge(question: Question, listed: Listed) -> list[Hit]:
    """Every hit, by field; each cause is told once of a field, each word too."""
    found: dict[tuple[str, str, str], Hit] = {}
    for hit in (*_subject_hits(question, listed), *_word_hits(question, listed)):
        found.setdefault((hit.field, hit.cause, hit.word), hit)
    return list(found.values())


def all_names(question: Question) -> Iterator[Name]:
    """The names with their other ones."""
    for name in question.names:
        yield name
        if name.also is not None:
            yield name.also


def _subject_hits(question: Question, listed: Listed) -> Iterator[Hit]:
    folded = [(name, fold(name.text)) for name in all_names(question) if name.use != Use.DOMAIN]
    for entry in listed.subjects:
        for name, text in folded:
            if is_named(entry, text.text, name.holder_type):
                yield Hit(name.field, entry.cause, until=entry.until)
        if has_number(entry, question.numbers, question.holder_type):
            yield Hit(question.number_field, entry.cause, until=entry.until)


def _word_hits(question: Question, listed: Listed) -> Iterator[Hit]:
    for name in question.names:
        bearer = [(one, fold(one.text)) for one in (name, name.also) if one is not None]
        if any(holds_by_right(text, listed.allowed) for _one, text in bearer[:1]):
            continue
        for one, text in bearer:
            if not holds_by_right(text, listed.allowed):
                yield from _words_in(one, text, listed.words)


def _words_in(name: Name, text: Folded, words: Sequence[ListedWord]) -> Iterator[Hit]:
    in_domain = name.use is Use.DOMAIN
    for word in words:
        places = places_of(word, text, anywhere=in_domain) if _applies(word, name.use) else ()
        if places:
            yield Hit(name.field, word.cause, word=word.word, places=places, in_domain=in_domain)


def _applies(word: ListedWord, use: Use) -> bool:
    return {
        Use.HOLDER: word.in_holder_names,
        Use.CONTACT: word.in_contact_names,
        Use.DOMAIN: word.in_domain_names,
    }[use]
