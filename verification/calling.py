"""One call to an authority and what is written of it: the two halves of the task's step."""

from dataclasses import dataclass

import structlog

from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as

from .authorities.port import Authority, AuthorityError, Outcome, Standing, get_authority
from .packing import address, pack
from .services.answers import Said, record_answer
from .services.authority_health import note_failure, note_ok
from .services.forwarding import Parcel, note_held, note_pending, note_trouble
from .services.outcomes import time_out
from .states import AnswerVia

log = structlog.get_logger(__name__)
_OWN_ERROR = "own_error"


@dataclass(frozen=True, slots=True)
class Call:
    """What a call came to; no `outcome`: it failed, or nobody was called. `asked`: it is what the
    authority said when it was asked, not that it took what we sent."""

    outcome: Outcome | None = None
    asked: bool = False
    retry_after: int = 0


def call_authority(actor: Actor, parcel: Parcel) -> Call:
    """Talk to the authority, outside of any transaction, and note how it is doing."""
    authority = parcel.authority
    if authority is None:
        return Call()
    try:
        call = _talk(actor, parcel, get_authority(authority))
    except AuthorityError as error:
        log.warning("authority_trouble", submission=parcel.submission_id, kind=error.kind)
        with acting_as(actor):
            note_failure(
                authority=authority,
                kind=error.kind,
                trial=parcel.trial,
                about_case=error.about_case,
            )
        return Call(retry_after=error.retry_after)
    except Exception as error:
        # Ours, like a storage that is down: nothing that the authority is to blame for.
        log.warning(
            "authority_trouble",
            submission=parcel.submission_id,
            kind=_OWN_ERROR,
            error=type(error).__name__,
        )
        return Call()
    with acting_as(actor):
        note_ok(authority=authority)
    return call


def write_down(actor: Actor, parcel: Parcel, call: Call) -> None:
    """Write what came of the call; inside the fence."""
    submission_id, outcome = parcel.submission_id, call.outcome
    heard = outcome is not None and call.asked and outcome.standing is not Standing.UNKNOWN
    if outcome is not None and heard and parcel.authority is not None:
        record_answer(
            actor=actor,
            submission_id=submission_id,
            said=Said(
                authority_id=parcel.authority.pk,
                via=AnswerVia.POLL,
                standing=outcome.standing,
                raw_messages=outcome.raw_messages,
                decided_at=outcome.decided_at,
            ),
        )
    if parcel.overdue:
        time_out(actor=actor, submission_id=submission_id)
    elif outcome is None:
        note_trouble(submission_id=submission_id, retry_after=call.retry_after)
    elif outcome.standing is Standing.UNKNOWN:
        note_held(submission_id=submission_id)
    else:
        note_pending(submission_id=submission_id)


def _talk(actor: Actor, parcel: Parcel, authority: Authority) -> Call:
    """The authority's view of this submission; sends it if it has not arrived there."""
    outcome = _ask(authority, parcel) if parcel.sent_before else Outcome(Standing.UNKNOWN)
    if outcome.standing is not Standing.UNKNOWN or not parcel.may_send:
        return Call(outcome, asked=parcel.sent_before)
    with acting_as(actor):
        request, stored = address(parcel.submission_id)
    authority.submit(pack(request, stored))
    return Call(Outcome(Standing.PENDING))


def _ask(authority: Authority, parcel: Parcel) -> Outcome:
    outcome = authority.outcome(parcel.transaction_id)
    if not isinstance(outcome, Outcome) or not isinstance(outcome.standing, Standing):
        raise AuthorityError("garbage")
    if outcome.standing is Standing.FAILED and not outcome.raw_messages:
        raise AuthorityError("no_reason")
    if not all(_readable(text) for text in outcome.raw_messages):
        raise AuthorityError("garbage")
    return outcome


def _readable(text: object) -> bool:
    """Whether it is a text that can be stored and shown: no NUL, no lone surrogates."""
    if not isinstance(text, str) or not text.strip() or "\0" in text:
        return False
    return text.isascii() or text == text.encode(errors="ignore").decode()
