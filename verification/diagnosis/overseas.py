"""Holders from outside the Chinese mainland (seed 000 §8, seed 002, 暂不支持…)."""

from domains.rules.suffix_fit import fits_suffix
from templates_app.rules.numbers import normalise_number
from templates_app.rules.numbers.facts import number_facts
from templates_app.rules.numbers.passport import CHINESE_PASSPORT
from templates_app.rules.text import has_han

from .dossier import Dossier
from .evidence import Kind, evidence
from .verdict import Verdict, confirmed, ruled_out, unknown

_SUPPORTED = frozenset({"CN", "HK", "MO", "TW"})
# Documents that only holders of those regions have.
_REGIONAL = frozenset({"SFZ", "GAJMTX", "TWJMTX", "GAJZZ", "TWJZZ", "JGZ"})
_OVERSEAS_BODY = "JWJG"


def overseas_registrant(dossier: Dossier) -> Verdict:
    rule = dossier.profile.overseas
    refused = rule is not None and not rule.beyond_greater_china
    if dossier.document_type == _OVERSEAS_BODY and refused:
        return confirmed(evidence(Kind.OVERSEAS_DOCUMENT, type=_OVERSEAS_BODY))
    if _has_regional_document(dossier):
        return ruled_out(evidence(Kind.HOLDER_FROM_CHINA))
    if is_beyond_greater_china(dossier) and refused:
        return confirmed(evidence(Kind.COUNTRY_UNSUPPORTED, country=dossier.country))
    if dossier.document_type in ("HZ", "WJLSFZ", _OVERSEAS_BODY):
        found = evidence(Kind.OVERSEAS_DOCUMENT, type=dossier.document_type)
        return unknown(found, likelihood=0.8)
    return unknown(likelihood=0.4)


def cn_overseas_unsupported(dossier: Dossier) -> Verdict:
    """CNNIC gives .cn, .中国, .公司 and .网络 to holders in China only."""
    if not dossier.suffix:
        return ruled_out(evidence(Kind.NO_SUFFIX_CHOSEN))
    if fits_suffix(dossier.suffix, holder_type="organization", country="US"):
        return ruled_out(evidence(Kind.SUFFIX_OPEN, suffix=dossier.suffix))
    if _has_regional_document(dossier):
        return ruled_out(evidence(Kind.HOLDER_FROM_CHINA))
    if is_beyond_greater_china(dossier):
        return confirmed(evidence(Kind.SUFFIX_CHINA_ONLY, suffix=dossier.suffix))
    return unknown(likelihood=0.5 if dossier.document_type == "HZ" else 0.2)


def is_from_abroad(dossier: Dossier) -> bool:
    """Whether the holder's country is known and not the mainland."""
    return dossier.country not in ("", "CN")


def is_beyond_greater_china(dossier: Dossier) -> bool:
    return dossier.country != "" and dossier.country not in _SUPPORTED


def _has_regional_document(dossier: Dossier) -> bool:
    """A right number of a document that foreigners don't have."""
    kind, number = dossier.document_type, normalise_number(dossier.number)
    if kind == "HZ":
        # Other countries number theirs so too, but print no Chinese name.
        elsewhere = is_beyond_greater_china(dossier) and not has_han(dossier.name)
        return CHINESE_PASSPORT.accepts(number) and not elsewhere
    facts = number_facts(kind, number)
    if dossier.is_person:
        return kind in _REGIONAL and facts.form != "free" and facts.accepted
    return facts.form == "checked" and facts.accepted and kind != "WGCZJG"
