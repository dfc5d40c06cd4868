"""Pictures of something else than an identity document: a receipt, a chat, a student's card."""

from templates_app.rules.comparing import fold_name
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind, evidence
from verification.reading.model import SURE

from .finding import Finding, Place
from .legibility import READ_TYPES
from .making import make_finding
from .seen import Look, all_read, looks

# Fewer characters, or read worse on average, tell nothing of what the picture is.
_ENOUGH = 15
_LEGIBLE = 0.85
# Labels of one form that any page may have by chance (姓名, 地址 …).
_BY_CHANCE = 1
_ILLEGIBLE = ("image_blurry", "image_low_resolution", "image_obstructed")


def unrelated_findings(dossier: Dossier) -> list[Finding]:
    """Every picture is legible, and none has a trace of a document or of what was typed."""
    seen = looks(dossier)
    if dossier.document_type not in READ_TYPES or not all_read(dossier) or not seen:
        return []
    place = Place(seen[0].index)
    if any(look.document.type for look in seen):
        return []
    if all(look.traces.stranger for look in seen):
        said = evidence(Kind.SHOWS_STRANGER, type=dossier.document_type)
    elif all(_is_legible(look) and not _has_trace(look, dossier) for look in seen):
        said = evidence(Kind.SHOWS_NO_TRACE, type=dossier.document_type)
    else:
        return []
    return [make_finding("document_type_mismatch", dossier, said, places=[place])]


def _is_legible(look: Look) -> bool:
    if any(flaw.code in _ILLEGIBLE and flaw.confidence >= SURE for flaw in look.reading.flaws):
        return False
    lines = look.reading.lines
    mean = sum(line.confidence for line in lines) / len(lines) if lines else 0.0
    return mean >= _LEGIBLE and sum(len(line.text.strip()) for line in lines) >= _ENOUGH


def _has_trace(look: Look, dossier: Dossier) -> bool:
    traces = look.traces
    if traces.titled or traces.labels > _BY_CHANCE:
        return True
    text = fold_name(" ".join(line.text for line in look.reading.lines)).text
    typed = (fold_name(dossier.name).text, fold_name(dossier.number).text)
    return any(words and words in text for words in typed)
