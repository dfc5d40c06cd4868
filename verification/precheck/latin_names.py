"""Names in Latin letters, as passports and permits print them (ICAO 9303 part 3)."""

from templates_app.rules.comparing import LatinFit, compare_latin
from templates_app.rules.document_types import FOREIGN_TYPES, OWN_SPELLING_TYPES
from templates_app.rules.numbers import normalise_number
from templates_app.rules.numbers.passport import CHINESE_PASSPORT
from templates_app.rules.romanise import check_translation
from templates_app.rules.text import has_han
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind, evidence
from verification.reading.model import SURE, Field

from .finding import Finding
from .making import make_finding
from .seen import Seen, best, names_china

_PASSPORT = "HZ"
# Names hold no digits: what is read as one is the letter.
_LETTERS = str.maketrans("0158", "OISB")
# A machine-readable zone cuts a name off at 39 characters.
_MRZ_FULL = 36


def latin_findings(dossier: Dossier, chinese: Seen | None) -> list[Finding]:
    """`chinese` is the name in Chinese characters that was read, if any."""
    latin = _printed(dossier)
    if has_han(dossier.name):
        found = _own_spelling(dossier, latin) if latin else []
        if latin and chinese is None:
            found += _chinese_for_latin(dossier, latin)
        return found
    if latin:
        return _compare(dossier, latin)
    return _latin_for_chinese(dossier, chinese) if chinese else []


def spelt_alike(typed: str, printed: str) -> bool:
    """Whether two Latin names are one, in any order of their words."""
    return compare_latin(typed, printed.translate(_LETTERS)) is LatinFit.SAME


def _printed(dossier: Dossier) -> Seen | None:
    found = best(dossier, Field.NAME_LATIN) or best(dossier, Field.NAME)
    spelt = found and not has_han(found.text) and any(c.isalpha() for c in found.text)
    return found if spelt else None


def _compare(dossier: Dossier, latin: Seen) -> list[Finding]:
    fit = compare_latin(dossier.name, latin.text.translate(_LETTERS))
    if fit is LatinFit.SAME:
        return []
    said = [evidence(Kind.LATIN_ON_DOCUMENT, typed=dossier.name, read=latin.text)]
    sure = _is_sure(latin)
    if fit is LatinFit.SHORTER:
        # Whether middle names are wanted differs from one authority to another.
        said.append(evidence(Kind.LATIN_WORDS_MISSING))
        sure = False
    return [make_finding("name_mismatch", dossier, *said, sure=sure, places=[latin.place])]


def _is_sure(latin: Seen) -> bool:
    whole = len(latin.text) < _MRZ_FULL
    return latin.sure and whole and min(latin.value.characters, default=1.0) >= SURE


def _chinese_for_latin(dossier: Dossier, latin: Seen) -> list[Finding]:
    """A Chinese name for a document on which none was read."""
    country = best(dossier, Field.COUNTRY)
    abroad = dossier.document_type in (_PASSPORT, "WJLSFZ") and not names_china(country)
    told = country is not None and country.sure
    # Other countries number passports as China does (K12345678).
    if abroad and (told or not CHINESE_PASSPORT.accepts(normalise_number(dossier.number))):
        # How the name is spelt doesn't matter: that the passport is a foreign one does.
        sure = told and dossier.document_type == _PASSPORT
        said = evidence(Kind.LATIN_PRINTED, read=latin.text)
        finding = make_finding(
            "name_language_mismatch", dossier, said, sure=sure, places=[latin.place]
        )
        return [finding]
    if not check_translation(dossier.name, latin.text.translate(_LETTERS)):
        return []
    # A holder may spell their name as they like, so that this refuses nobody.
    said = evidence(Kind.LATIN_ON_DOCUMENT, typed=dossier.name, read=latin.text)
    return [make_finding("name_mismatch", dossier, said, sure=False, places=[latin.place])]


def _latin_for_chinese(dossier: Dossier, chinese: Seen) -> list[Finding]:
    """Where the chosen type demands Chinese, the form's own rule says so."""
    if dossier.document_type not in FOREIGN_TYPES:
        return []
    said = evidence(Kind.CHINESE_PRINTED, read=chinese.text)
    finding = make_finding(
        "name_language_mismatch", dossier, said, sure=chinese.sure, places=[chinese.place]
    )
    return [finding]


def _own_spelling(dossier: Dossier, latin: Seen) -> list[Finding]:
    """The typed English name where the document prints the holder's own spelling."""
    typed = dossier.name_en
    if dossier.document_type not in OWN_SPELLING_TYPES or not typed.strip():
        return []
    if spelt_alike(typed, latin.text):
        return []
    said = evidence(Kind.LATIN_ON_DOCUMENT, typed=typed, read=latin.text)
    finding = make_finding(
        "name_translation_mismatch",
        dossier,
        said,
        sure=latin.sure,
        field="holder_name_en",
        places=[latin.place],
    )
    return [finding]
