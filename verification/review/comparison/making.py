"""Rows of what most documents have in common: a value typed, a value read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from verification.catalogue.model import Language
from verification.diagnosis import Dossier
from verification.precheck.finding import Finding
from verification.precheck.seen import Seen
from verification.reading.model import SURE

from .row import MARK_WORDS, Mark, Row, Text, plain_parts
from .texts import Compared, compare_texts
from .tones import judged


@dataclass(frozen=True, slots=True)
class Case:
    """What rows are made of. `hidden`: numbers are masked."""

    dossier: Dossier
    findings: Sequence[Finding]
    language: Language
    hidden: bool


def compared_row(
    case: Case,
    key: str,
    label: Text,
    compared: Compared,
    seen: Seen,
    *,
    codes: Collection[str] = (),
    harmless: bool = False,
    notes: Sequence[Text] = (),
) -> Row:
    tone, word = judged(
        compared.mark, case.findings, codes=codes, language=case.language, harmless=harmless
    )
    return Row(
        key=key,
        label=label,
        typed=compared.typed,
        read=compared.read,
        mark=compared.mark,
        tone=tone,
        word=word,
        differences=compared.differences,
        notes=(*compared.notes, *notes, *doubts(seen)),
        place=seen.place,
    )


def text_row(
    case: Case,
    key: str,
    label: Text,
    typed: str,
    seen: Seen | None,
    *,
    same: bool | None = None,
    codes: Collection[str] = (),
    harmless: bool = False,
    notes: Sequence[Text] = (),
) -> list[Row]:
    """None where there is nothing on either side."""
    if seen is None:
        return unread_row(key, label, typed)
    if not typed:
        return [read_row(case, key, label, seen, codes=codes)]
    compared = compare_texts(typed, seen.text, same=same)
    told = notes if compared.mark is Mark.DIFFERS else ()
    row = compared_row(case, key, label, compared, seen, codes=codes, harmless=harmless, notes=told)
    return [row]


def unread_row(key: str, label: Text, typed: str) -> list[Row]:
    """Something was typed that no picture shows, or none that was read."""
    if not typed:
        return []
    mark = Mark.NOT_READ
    typed_parts = plain_parts(typed)
    return [
        Row(key=key, label=label, typed=typed_parts, mark=mark, tone="muted", word=MARK_WORDS[mark])
    ]


def read_row(
    case: Case,
    key: str,
    label: Text,
    seen: Seen,
    *,
    shown: str | None = None,
    codes: Collection[str] = (),
) -> Row:
    """Something that no form asks for. `shown`: how it is written, where otherwise than read."""
    tone, word = judged(Mark.ONLY_READ, case.findings, codes=codes, language=case.language)
    return Row(
        key=key,
        label=label,
        read=plain_parts(seen.text if shown is None else shown),
        mark=Mark.ONLY_READ,
        tone=tone,
        word=word,
        notes=doubts(seen),
        place=seen.place,
    )


def doubts(seen: Seen) -> tuple[Text, ...]:
    return doubt(seen.value.confidence)


def doubt(confidence: float) -> tuple[Text, ...]:
    if confidence >= SURE:
        return ()
    return (format_lazy(_("read with {share} % confidence"), share=round(confidence * 100)),)
