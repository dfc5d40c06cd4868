"""Warnings that a person confirms, and what such a confirmation covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from verification.catalogue.model import Language
from verification.models import Material
from verification.precheck.finding import Finding
from verification.precheck.wording import say_finding
from verification.services.confirming import warnings_seen
from verification.services.documents import Document


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that a warning says; `where` names its pictures, "" where it is about none."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Warned:
    """All warnings of one code: who confirms it confirms every one of `doubts`."""

    code: str
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Warnings:
    """`seen` tells what the confirmations that come with it covered (services.confirming)."""

    found: tuple[Warned, ...]
    seen: str

    def unconfirmed(self, confirmed: Sequence[str]) -> list[Warned]:
        return [one for one in self.found if one.code not in confirmed]

    def covered(self, confirmed: Sequence[str], *, seen: str) -> list[str]:
        """Those of the confirmations, given with `seen`, that still hold."""
        if seen != self.seen:
            return []
        return [one.code for one in self.found if one.code in confirmed]


def warnings_of(
    findings: Sequence[Finding],
    *,
    document: Document,
    materials: Sequence[Material],
    language: Language,
) -> Warnings:
    """What `accept_findings` wants confirmed, one entry for each code, in the order found."""
    warned = [finding for finding in findings if finding.level == "warn"]
    return Warnings(
        found=tuple(
            Warned(code, _doubts([one for one in warned if one.code == code], language))
            for code in dict.fromkeys(finding.code for finding in warned)
        ),
        seen=warnings_seen(findings, document=document, materials=materials),
    )


def _doubts(findings: Sequence[Finding], language: Language) -> tuple[Doubt, ...]:
    """What they say, the same sentence once."""
    where: dict[str, list[str]] = {}
    for finding in findings:
        said = say_finding(finding, language)
        places = where.setdefault(said.text, [])
        if finding.picture is not None:
            places.append(_("Picture %(number)s") % {"number": finding.picture + 1})
    return tuple(Doubt(", ".join(dict.fromkeys(there)), text) for text, there in where.items())
