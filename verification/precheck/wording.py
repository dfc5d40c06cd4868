"""A finding in one language: what it is, what speaks for it, what to do."""

from dataclasses import dataclass

from django.utils import translation

from templates_app.rules.text import has_han
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.diagnosis.wording import say_evidence
from verification.finding_fixes import FIXES

from .finding import Finding
from .retaking import RETAKES, Retake

_ENDS = ("。", "！", "？", ".", "!", "?")


@dataclass(frozen=True, slots=True)
class SaidFinding:
    """`message` says what is wrong, `evidence` what was seen ("" for nothing more), `fix` what
    to do about it. `retake`: how to take the picture again, where only that helps."""

    message: str
    evidence: str
    fix: str
    retake: Retake | None = None

    @property
    def text(self) -> str:
        """Message and evidence as one text: a title has no full stop of its own."""
        if not self.message or not self.evidence:
            return self.message or self.evidence
        chinese = has_han(self.message)
        if self.message.endswith(_ENDS):
            return f"{self.message}{'' if chinese else ' '}{self.evidence}"
        return f"{self.message}{'：' if chinese else ': '}{self.evidence}"


def say_finding(finding: Finding, language: Language) -> SaidFinding:
    """All of a finding's texts in `language`, whatever language is active."""
    known, fix = FINDING_CODES.get(finding.code), FIXES.get(finding.code)
    with translation.override(language):
        message = str(finding.message)
    return SaidFinding(
        message=message or (known.title.pick(language) if known else finding.code),
        evidence=say_evidence(finding.evidence, language),
        fix=fix.pick(language) if fix and finding.level != "info" else "",
        retake=RETAKES.get(finding.code) if finding.level != "info" else None,
    )
