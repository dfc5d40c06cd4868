"""How grave a row is: as grave as what the pre-check finds there."""

from collections.abc import Collection, Sequence

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import Language
from verification.precheck.finding import Finding

from .row import MARK_WORDS, Mark, Text

_TONES = {"block": "bad", "warn": "warn", "info": "info"}
_MARK_TONES = {
    Mark.SAME: "ok",
    Mark.FORM: "ok",
    Mark.DIFFERS: "warn",
    Mark.NOT_READ: "muted",
    Mark.ONLY_READ: "muted",
}


def judged(
    mark: Mark,
    findings: Sequence[Finding],
    *,
    codes: Collection[str],
    language: Language,
    harmless: bool = False,
) -> tuple[str, Text]:
    """Tone and word of a row with this mark: of one that differs the tone of the gravest of
    `codes` found, of one that was only read its words too. `harmless`: that the two differ says
    nothing by itself."""
    found = next((one for one in findings if one.code in codes), None)
    if mark is Mark.DIFFERS:
        quiet = "info" if harmless else _MARK_TONES[mark]
        return (_TONES[found.level] if found else quiet), MARK_WORDS[mark]
    if mark is Mark.ONLY_READ and found is not None:
        return _TONES[found.level], FINDING_CODES[found.code].title.pick(language)
    return _MARK_TONES[mark], MARK_WORDS[mark]
