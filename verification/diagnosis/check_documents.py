"""The document's type and its dates (seed 000 §1 and §9, seed 001 question 1, seed 002)."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace

from templates_app.rules.document_types import check_document_type
from templates_app.rules.numbers import check_number, normalise_number
from templates_app.rules.numbers.facts import number_facts, other_types_of
from verification.safe_day import safe_day, waiting_of

from .dossier import Dossier
from .evidence import Kind, evidence
from .overseas import is_from_abroad
from .questions import NO_END, answer_of
from .verdict import Verdict, confirmed, does_not_apply, ruled_out, unknown

# Certificates that the business licence has replaced (三证合一, October 2015).
_SEPARATE = frozenset({"TYDM", "ORG"})
# The first character of a credit code: 9, registered with the market administration, which
# gives out the merged licence (GB 32100, registering authority).
_MARKET_ADMINISTRATION = "9"
_COMPANY = "公司"
_NEVER = dt.date.max


def document_type_mismatch(dossier: Dossier) -> Verdict:
    """Only the picture tells, unless the number is unmistakably another document's."""
    others = _types_by_hint(dossier) or other_types_of(
        dossier.holder_type, dossier.document_type, dossier.number
    )
    if others:
        return confirmed(evidence(Kind.NUMBER_OF_OTHER_TYPE, types=others[:3]))
    return unknown(likelihood=0.5)


def document_type_not_allowed(dossier: Dossier) -> Verdict:
    """By holder type, and by the authority for individuals from outside the mainland."""
    kind = dossier.document_type
    if check_document_type(dossier.holder_type, kind):
        return confirmed(evidence(Kind.TYPE_NOT_FOR_HOLDER, type=kind))
    rule = dossier.profile.overseas
    if rule and dossier.is_person and is_from_abroad(dossier) and kind not in rule.document_types:
        # A citizen who lives abroad has the citizens' card all the same.
        if number_facts(kind, dossier.number).form == "checked":
            return unknown(likelihood=0.3)
        taken = sorted(rule.document_types)
        return confirmed(evidence(Kind.TYPE_NOT_FOR_OVERSEAS, type=kind, types=taken))
    if kind == "QT":
        return unknown(likelihood=0.7)
    return ruled_out(evidence(Kind.TYPE_ALLOWED, type=kind))


def document_type_superseded(dossier: Dossier) -> Verdict:
    """A separate certificate, though the holder has the merged licence (seed 002, 三证合一)."""
    if dossier.is_person:
        return does_not_apply(Kind.NOT_FOR_PERSONS)
    if dossier.document_type not in _SEPARATE:
        return does_not_apply(Kind.NOT_FOR_THIS_DOCUMENT)
    if dossier.document_type == "ORG":
        company = [evidence(Kind.COMPANY_HAS_LICENCE)] if _COMPANY in dossier.name else []
        return unknown(*company, likelihood=0.9 if company else 0.7)
    number = normalise_number(dossier.number)
    if number.startswith(_MARKET_ADMINISTRATION):
        return unknown(evidence(Kind.LICENCE_HOLDERS_CODE), likelihood=0.9)
    if number_facts("TYDM", number).accepted:
        return ruled_out(evidence(Kind.NOT_A_LICENCE_HOLDER))
    return unknown()


def document_expired(dossier: Dossier) -> Verdict:
    until = _end_of_validity(dossier)
    if until is None:
        return unknown(likelihood=0.4)
    if until == _NEVER:
        return ruled_out(evidence(Kind.NO_END_DATE))
    day = until.isoformat()
    if until < dossier.submitted_on:
        days = (dossier.submitted_on - until).days
        return confirmed(evidence(Kind.EXPIRED_ON, date=day, days=days))
    if until < dossier.today:
        return confirmed(evidence(Kind.EXPIRED_SINCE, date=day))
    return ruled_out(evidence(Kind.VALID_UNTIL, date=day))


def document_near_expiry(dossier: Dossier) -> Verdict:
    until = _end_of_validity(dossier)
    if until is None:
        return unknown(likelihood=0.3)
    if until == _NEVER:
        return ruled_out(evidence(Kind.NO_END_DATE))
    left = (until - dossier.submitted_on).days
    day = until.isoformat()
    if 0 <= left <= dossier.profile.expiry_margin_days:
        margin = dossier.profile.expiry_margin_days
        return confirmed(evidence(Kind.NEARLY_EXPIRED, date=day, days=left, margin=margin))
    return ruled_out(evidence(Kind.VALID_UNTIL, date=day))


def document_newly_issued(dossier: Dossier) -> Verdict:
    """The official records follow a new document after the profile's waiting time."""
    issued = _date_answered(dossier, "document_newly_issued") or dossier.issued_on
    if issued is None:
        return unknown(likelihood=0.5)
    try:
        safe = safe_day(issued, waiting_of(dossier.profile))
    except OverflowError:
        return unknown(likelihood=0.5)
    days = (dossier.submitted_on - issued).days
    facts = {"issued": issued.isoformat(), "date": safe.date.isoformat()}
    if days < 0:
        # Another document was submitted then; the next submission has to wait all the same.
        later = evidence(Kind.ISSUED_LATER, **facts, provisional=safe.provisional)
        return replace(ruled_out(later), safe_from=safe)
    if dossier.submitted_on >= safe.date:
        return ruled_out(evidence(Kind.OLD_ENOUGH, **facts))
    found = evidence(Kind.TOO_NEW, **facts, days=days, provisional=safe.provisional)
    return confirmed(found, safe_from=safe)


def _types_by_hint(dossier: Dossier) -> list[str]:
    """The type that a correct number betrays (81… is a Hong Kong resident's, and so on)."""
    problems = check_number(dossier.document_type, dossier.number)
    return [p.evidence["fits"] for p in problems if p.code == "document_type_mismatch"]


def _end_of_validity(dossier: Dossier) -> dt.date | None:
    """The day that the user named, or typed before; _NEVER for a document without one; None:
    not known."""
    if answer_of("document_expired", dossier.answers) == NO_END:
        return _NEVER
    return _date_answered(dossier, "document_expired") or dossier.expires_on


def _date_answered(dossier: Dossier, code: str) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(answer_of(code, dossier.answers))
    return None
