"""What only the holder knows (seed 000 §1 and §7, seed 001 questions 1 and 8, seed 002)."""

from .dossier import Dossier
from .evidence import Kind
from .verdict import Verdict, does_not_apply, unknown

# The 18-digit number is what fails to match; other documents are checked otherwise.
_RESIDENT_CARD = "SFZ"


def special_profession(dossier: Dossier) -> Verdict:
    """Soldiers, monks and the like can't be verified by the 18-digit number."""
    return _of_the_card(dossier, likelihood=0.2)


def hukou_in_transfer(dossier: Dossier) -> Verdict:
    """While the household registration moves, the police's record may not match."""
    return _of_the_card(dossier, likelihood=0.3)


def restriction(dossier: Dossier) -> Verdict:
    """Lists that the form doesn't show."""
    return unknown(likelihood=0.4)


def _of_the_card(dossier: Dossier, *, likelihood: float) -> Verdict:
    if not dossier.is_person:
        return does_not_apply(Kind.NOT_FOR_ORGANISATIONS)
    if dossier.document_type != _RESIDENT_CARD:
        return does_not_apply(Kind.NOT_FOR_THIS_DOCUMENT)
    return unknown(likelihood=likelihood)
