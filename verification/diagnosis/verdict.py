"""What a check says of a cause."""

from dataclasses import dataclass
from enum import StrEnum

from registrar.workdays import WorkdayResult

from .evidence import Evidence, Kind


class Outcome(StrEnum):
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    RULED_OUT = "ruled_out"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One cause judged. `likelihood` (0 to 1) orders the unknown ones only. `safe_from` is the
    first day on which a document that is too new can be submitted."""

    code: str
    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    likelihood: float = 0.5
    safe_from: WorkdayResult | None = None


# Checks leave the code to `check_cause`, which knows it.


def confirmed(*evidence: Evidence, safe_from: WorkdayResult | None = None) -> Verdict:
    return Verdict("", Outcome.CONFIRMED, evidence, 1.0, safe_from)


def ruled_out(*evidence: Evidence) -> Verdict:
    return Verdict("", Outcome.RULED_OUT, evidence, 0.0)


def unknown(*evidence: Evidence, likelihood: float = 0.5) -> Verdict:
    return Verdict("", Outcome.UNKNOWN, evidence, likelihood)


def does_not_apply(kind: Kind) -> Verdict:
    """Ruled out because it concerns other holders or other documents."""
    return ruled_out(Evidence(kind))
