"""What kind of document the pictures show, beside the type that was chosen (seed 002)."""

from templates_app.rules.regions import PROVINCES, find_province
from verification.diagnosis.dossier import Dossier
from verification.diagnosis.evidence import Kind, evidence
from verification.reading.model import SURE, Field

from .finding import Finding, Place
from .making import make_finding
from .seen import Look, best, looks, names_china, same_type
from .unrelated import unrelated_findings

_OTHER = "QT"
_LICENCE = "YYZZ"
_PASSPORT = "HZ"
_SEPARATE = frozenset({"TYDM", "ORG"})


def type_findings(dossier: Dossier) -> list[Finding]:
    """Another type of document than the one chosen, or none at all; nothing where no picture
    tells its type and it may well be the chosen one."""
    shown = shown_instead(dossier)
    if shown is None:
        return unrelated_findings(dossier)
    kind, place = shown.document.type, Place(shown.index)
    said = evidence(Kind.SHOWS_OTHER_TYPE, type=dossier.document_type, types=[kind])
    # "Other document" may be chosen for anything, if not wisely.
    sure = shown.document.confidence >= SURE
    found = [
        make_finding(
            "document_type_mismatch",
            dossier,
            said,
            sure=sure,
            softened=dossier.document_type == _OTHER,
            places=[place],
        )
    ]
    if kind == _LICENCE and dossier.document_type in _SEPARATE:
        said = evidence(Kind.LICENCE_SHOWN)
        found.append(
            make_finding("document_type_superseded", dossier, said, sure=sure, places=[place])
        )
    return found


def shown_instead(dossier: Dossier) -> Look | None:
    """The picture that most surely shows another type; None if any shows the chosen one.

    Passports go as "other document" too where the authority names it for them (seed 000 §8).
    """
    told = [look for look in looks(dossier) if look.document.type]
    fitting = {dossier.document_type, "HZ" if dossier.document_type == _OTHER else ""}
    if not dossier.document_type or any(
        same_type(chosen, look.document.type) for look in told for chosen in fitting
    ):
        return None
    return max(told, key=lambda look: look.document.confidence, default=None)


def shown_as_chosen(dossier: Dossier) -> bool:
    """Whether a picture surely shows the chosen type."""
    return any(
        same_type(dossier.document_type, look.document.type) and look.document.confidence >= SURE
        for look in looks(dossier)
        if look.document.type
    )


def region_findings(dossier: Dossier) -> list[Finding]:
    """An organisation's seat in another province than the chosen one.

    Not for persons: an identity card tells where the household is registered, and people live
    elsewhere.
    """
    address = best(dossier, Field.ADDRESS)
    if dossier.is_person or address is None or not address.sure or dossier.country != "CN":
        return []
    chosen = find_province(dossier.province)
    text = "".join(address.text.split())
    named = next((p for p in PROVINCES.values() if text.startswith(p.name_zh)), None)
    if chosen is None or named is None or named == chosen:
        return []
    said = evidence(Kind.REGION_ON_DOCUMENT, named=named.code, chosen=chosen.code)
    return [make_finding("region_mismatch", dossier, said, places=[address.place])]


def overseas_findings(dossier: Dossier) -> list[Finding]:
    """A passport of a country whose people the authority refuses (profiles: overseas holders).

    Where the form names a country, its own rule judges by that.
    """
    rule, country = dossier.profile.overseas, best(dossier, Field.COUNTRY)
    if rule is None or rule.beyond_greater_china or dossier.country or country is None:
        return []
    if names_china(country) or dossier.document_type != _PASSPORT:
        return []
    said = evidence(Kind.OVERSEAS_DOCUMENT, type=dossier.document_type)
    places = [country.place]
    return [make_finding("overseas_registrant", dossier, said, sure=country.sure, places=places)]
