"""Pictures of something else than an identity document: a receipt, a chat, a student's card."""

from templates_app.rules.comparing import fold_name, latin_words, stands_in
from templates_app.rules.text import has_han
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind, evidence
from verification.reading.fields import Traces
from verification.reading.model import SURE

from .finding import Finding, Place
from .legibility import HARDLY_ANY, READ_TYPES
from .making import make_finding
from .numbers import plain_number
from .seen import Look, all_read, looks

# Characters read worse on average tell nothing of what the picture is.
_LEGIBLE = 0.85
# Labels of one form that any page may have by chance (姓名, 地址 …).
_BY_CHANCE = 1
# Every country prints its own, in its own script and with its own labels.
_PASSPORT = "HZ"
_ILLEGIBLE = ("image_blurry", "image_low_resolution", "image_obstructed", "image_unreadable")


def unrelated_findings(dossier: Dossier) -> list[Finding]:
    """Every picture is legible, and none has a trace of a document or of what was typed.

    Of a passport it asks only: we can't know all of them.
    """
    seen = looks(dossier)
    if dossier.document_type not in READ_TYPES or not all_read(dossier) or not seen:
        return []
    if any(look.document.type for look in seen):
        return []
    # Once each: of a page full of text they take a while.
    traced = [(look, look.traces) for look in seen]
    if all(traces.stranger for _, traces in traced):
        said = evidence(Kind.SHOWS_STRANGER, type=dossier.document_type)
    elif all(_is_legible(look) and not _has_trace(look, own, dossier) for look, own in traced):
        said = evidence(Kind.SHOWS_NO_TRACE, type=dossier.document_type)
    else:
        return []
    sure, places = dossier.document_type != _PASSPORT, [Place(look.index) for look in seen]
    return [make_finding("document_type_mismatch", dossier, said, sure=sure, places=places)]


def _is_legible(look: Look) -> bool:
    if any(flaw.code in _ILLEGIBLE and flaw.confidence >= SURE for flaw in look.reading.flaws):
        return False
    lines = look.reading.lines
    mean = sum(line.confidence for line in lines) / len(lines) if lines else 0.0
    return mean >= _LEGIBLE and sum(len(line.text.strip()) for line in lines) >= HARDLY_ANY


def _has_trace(look: Look, traces: Traces, dossier: Dossier) -> bool:
    if traces.titled or traces.labels > _BY_CHANCE:
        return True
    text = "".join(fold_name(line.text).text for line in look.reading.lines)
    return stands_in(plain_number(dossier).text, text) or _is_named(dossier.name, text)


def _is_named(name: str, text: str) -> bool:
    """Latin names word by word: they are printed in another order, and over two lines."""
    words = (fold_name(name).text,) if has_han(name) else latin_words(name)
    return bool(words) and all(stands_in(word, text) for word in words)
