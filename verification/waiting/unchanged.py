"""Whether a failed submission may go in again as it was: the one rule (pure).

Source: seed 000 §9 and seed 002, 新颁发 (wait, then submit the same again); seed 002, 实名审核超时
(nothing was wrong).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from registrar.blockers import Blocker
from verification.catalogue.model import Reason

_NEW_DOCUMENT = "document_newly_issued"


class Remedy(StrEnum):
    """What a reason asks for before the next attempt."""

    NOTHING = "nothing"  # the materials were not at fault
    WAIT = "wait"
    WAIT_IF_NEW = "wait_if_new"  # a new document is one of several causes
    CORRECT = "correct"
    SWITCH = "switch"
    SUPPORT = "support"


def remedy_of(reason: Reason) -> Remedy:
    """By what the catalogue says of it; a reason of another group is always corrected."""
    if reason.next == "switch":
        return Remedy.SWITCH
    if reason.next == "support":
        return Remedy.SUPPORT
    if reason.group != "verification":
        return Remedy.CORRECT
    if reason.next == "wait":
        return Remedy.WAIT
    if not reason.causes:
        return Remedy.NOTHING
    return Remedy.WAIT_IF_NEW if _NEW_DOCUMENT in reason.causes else Remedy.CORRECT


SUPERSEDED = Blocker(
    code="superseded",
    message=_("Another submission went out since."),
    source="registrar rule: the latest failure is the one to answer",
)
NOT_FAILED = Blocker(
    code="not_failed",
    message=_("This does not stand as failed any more."),
    source="seed 003: only what has failed is verified again",
)
MATERIALS_GONE = Blocker(
    code="materials_gone",
    message=_("A picture has been erased. Upload it again with the form."),
    source="registrar rule: what is sent must be there",
)
CORRECTION_NEEDED = Blocker(
    code="correction_needed",
    message=_("Something was found wrong with what was submitted: correct it first."),
    source="seed 002: the same again would fail again",
)
REASON_UNKNOWN = Blocker(
    code="reason_unknown",
    message=_("The reason is not known to us: look through the materials before you submit again."),
    source="registrar rule: no blind repetition",
)
HOLDER_MUST_CHANGE = Blocker(
    code="holder_must_change",
    message=_("This holder or document can't pass: another holder or document is needed."),
    source="seed 000, 提交资料显示为海外用户",
)
SUPPORT_FIRST = Blocker(
    code="support_first",
    message=_("Our staff has to look at this reason first."),
    source="seed 003, 提交工单",
)
TOO_EARLY = Blocker(
    code="too_early",
    message=_("The records have not surely caught up with the document yet."),
    source="seed 000 §9, seed 002, 新颁发",
)

_BY_REMEDY = {
    Remedy.SWITCH: HOLDER_MUST_CHANGE,
    Remedy.SUPPORT: SUPPORT_FIRST,
    Remedy.CORRECT: CORRECTION_NEEDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedAttempt:
    """A failed submission as far as the rule asks.

    `unexplained`: a message was not understood, or no reason was given. `timed_out`: the
    authority said nothing at all. `said_new`: the user says that the document is new.
    `safe_from`: the first safe day, None where nothing waits. `gate`: what else is closed.
    """

    today: dt.date
    remedies: frozenset[Remedy]
    unexplained: bool
    timed_out: bool
    said_new: bool
    safe_from: dt.date | None
    latest: bool
    still_failed: bool
    materials_there: bool
    gate: tuple[Blocker, ...] = ()


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The rule's answer. `nothing_wrong`: no reason speaks of the materials at all.

    `may_insist`: only the safe day is missing, which seeds advise and nobody enforces.
    """

    blocked_by: tuple[Blocker, ...]
    nothing_wrong: bool

    @property
    def available(self) -> bool:
        return not self.blocked_by

    @property
    def may_insist(self) -> bool:
        return [blocker.code for blocker in self.blocked_by] == [TOO_EARLY.code]


def unchanged_answer(attempt: FailedAttempt) -> Unchanged:
    """Every reason why it can't go in again as it was; none when it can, today."""
    needed = tuple(dict.fromkeys(_wrong_with(attempt)))
    found = (
        *_moved_on(attempt),
        *needed,
        *attempt.gate,
        *(() if attempt.materials_there else (MATERIALS_GONE,)),
        *_early(attempt),
    )
    quiet = attempt.remedies <= {Remedy.NOTHING} and not needed
    return Unchanged(found, nothing_wrong=quiet)


def _moved_on(attempt: FailedAttempt) -> Iterable[Blocker]:
    if not attempt.latest:
        yield SUPERSEDED
    if not attempt.still_failed:
        yield NOT_FAILED


def _wrong_with(attempt: FailedAttempt) -> Iterable[Blocker]:
    if attempt.unexplained and not attempt.timed_out:
        yield REASON_UNKNOWN
    for remedy in sorted(attempt.remedies):
        if remedy is Remedy.WAIT_IF_NEW and not attempt.said_new:
            yield CORRECTION_NEEDED
        elif remedy in _BY_REMEDY:
            yield _BY_REMEDY[remedy]


def _early(attempt: FailedAttempt) -> Iterable[Blocker]:
    if attempt.safe_from is not None and attempt.today < attempt.safe_from:
        yield replace(TOO_EARLY, until=attempt.safe_from)
