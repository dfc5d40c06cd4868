"""What has become of the last failure's causes in what is typed and uploaded now (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from verification.diagnosis import Dossier, Outcome, check_cause
from verification.failure_types import Cause
from verification.precheck.finding import Finding
from verification.precheck.for_diagnosis import picture_findings


class MendingState(StrEnum):
    """MENDED: surely no longer there. OPEN: still there. UNKNOWN: can't be told by us."""

    MENDED = "mended"
    OPEN = "open"
    UNKNOWN = "unknown"


def mending_by_field(
    marks: Mapping[str, Sequence[Cause]], dossier: Dossier, findings: Sequence[Finding]
) -> Mapping[str, MendingState]:
    """For each marked field the worst state of its causes.

    A cause is open while the pre-check finds it, or something as grave about the same field;
    mended when the diagnosis, asked of the present form and pictures, rules it out.
    """
    now = replace(dossier, picture_findings=picture_findings(dossier))
    blocked = {finding.field for finding in findings if finding.blocks}
    found = {finding.code for finding in findings if finding.level != "info"}
    return {
        field: _of_field([cause["code"] for cause in causes], now, found, blocked=field in blocked)
        for field, causes in marks.items()
    }


def _of_field(
    codes: Sequence[str], dossier: Dossier, found: set[str], *, blocked: bool
) -> MendingState:
    outcomes = [check_cause(code, dossier).outcome for code in codes]
    if blocked or found & set(codes) or Outcome.CONFIRMED in outcomes:
        return MendingState.OPEN
    if all(outcome is Outcome.RULED_OUT for outcome in outcomes):
        return MendingState.MENDED
    return MendingState.UNKNOWN
