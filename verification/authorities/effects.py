"""What an authority's answer does to a submission; pure. The first answer counts."""

from collections.abc import Sequence

from verification.authorities.port import Standing
from verification.states import AnswerEffect, FailureStage, SubmissionState

LONGEST_MESSAGE = 500
_ENDED = {Standing.PASSED: SubmissionState.PASSED, Standing.FAILED: SubmissionState.FAILED}


def effect_of(
    standing: Standing,
    messages: Sequence[str],
    *,
    state: str,
    stage: str,
    messages_before: Sequence[str],
) -> AnswerEffect:
    """`state`, `stage` and `messages_before` are the submission's own.

    Said again in other order or twice over it is the same. Other reasons for a failure are a
    contradiction like another verdict: what the customer was told would have to change.
    """
    if standing is Standing.PENDING:
        at_authority = state == SubmissionState.AT_AUTHORITY
        return AnswerEffect.PENDING if at_authority else AnswerEffect.LATE
    if state == SubmissionState.AT_AUTHORITY:
        return AnswerEffect.APPLIED
    decided = state == SubmissionState.PASSED or stage == FailureStage.AUTHORITY
    if not decided:
        return AnswerEffect.LATE
    same = state == _ENDED[standing]
    if standing is Standing.FAILED:
        same = same and set(as_kept(messages)) == set(messages_before)
    return AnswerEffect.REPEATED if same else AnswerEffect.CONTRADICTED


def as_kept(messages: Sequence[str]) -> list[str]:
    """The messages as a row holds them."""
    return [text[:LONGEST_MESSAGE] for text in messages]
