"""What has happened to a holder's submissions: attempts, decisions, requests, answers."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from verification.catalogue.model import Language
from verification.failure_types import Failure
from verification.models import AuthorityAnswer, MoreItem, MoreRequest, ReviewDecision, Submission
from verification.states import AnswerEffect, DecisionStanding, Verdict

from .places import SaidReason, said_reasons

_VERDICT_TONES = {Verdict.APPROVE: "ok", Verdict.FAIL: "bad", Verdict.ASK: "warn"}
_ANSWER_TONES = {"passed": "ok", "failed": "bad"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry. `kind` names its template: attempt, decision, request, answer."""

    kind: str
    at: dt.datetime
    tone: str
    submission: Submission
    this: bool
    reasons: tuple[SaidReason, ...] = ()
    failure: Failure | None = None
    decision: ReviewDecision | None = None
    request: MoreRequest | None = None
    items: tuple[MoreItem, ...] = ()
    answer: AuthorityAnswer | None = None

    @property
    def standing(self) -> str | Promise:
        """What became of a decision, where it isn't simply in force."""
        if self.decision is None or self.decision.standing == DecisionStanding.IN_FORCE:
            return ""
        return DecisionStanding(self.decision.standing).label


@dataclass(frozen=True, slots=True)
class Happened:
    """The rows that a history is made of, read for all attempts at once."""

    decisions: Sequence[ReviewDecision]
    requests: Sequence[MoreRequest]
    answers: Sequence[AuthorityAnswer]

    def proposed_of(self, submission: Submission) -> ReviewDecision | None:
        """The decision on it that waits for a second reviewer."""
        waiting = DecisionStanding.PROPOSED
        of_it = (row for row in self.decisions if row.submission_id == submission.pk)
        return next((row for row in of_it if row.standing == waiting), None)


def what_happened(submissions: Collection[int]) -> Happened:
    """Four queries, however many submissions."""
    decisions = ReviewDecision.objects.filter(submission__in=submissions)
    requests = MoreRequest.objects.filter(submission__in=submissions)
    items = "items__about", "items__answer_picture"
    answers = AuthorityAnswer.objects.filter(submission__in=submissions)
    return Happened(
        decisions=list(decisions.select_related("reviewer", "closed_by")),
        requests=list(requests.select_related("asked_by").prefetch_related("items", *items)),
        answers=list(answers.select_related("authority")),
    )


def history_of(
    submission: Submission,
    others: Sequence[Submission],
    happened: Happened,
    *,
    failures: Mapping[int, Failure],
    language: Language,
    pictures: Mapping[str, int],
) -> tuple[Event, ...]:
    """Newest first. `pictures`: numbers of this submission's pictures by their public ids."""
    rows = {row.pk: row for row in (submission, *others)}
    events = [
        *_attempts(others, failures, language),
        *_decisions(happened, rows, submission, language, pictures),
        *_requests(happened, rows, submission),
        *_answers(happened, rows, submission),
    ]
    return tuple(sorted(events, key=lambda event: event.at, reverse=True))


def _attempts(
    others: Sequence[Submission], failures: Mapping[int, Failure], language: Language
) -> Iterator[Event]:
    tones = {"passed": "ok", "failed": "bad"}
    for row in others:
        yield Event(
            kind="attempt",
            at=row.submitted_at or row.created_at,
            tone=tones.get(row.state, "info"),
            submission=row,
            this=False,
            reasons=said_reasons([{"code": code} for code in row.reason_codes], language, {}),
            failure=failures.get(row.pk),
        )


def _decisions(
    happened: Happened,
    rows: Mapping[int, Submission],
    own: Submission,
    language: Language,
    pictures: Mapping[str, int],
) -> Iterator[Event]:
    for decision in happened.decisions:
        this = decision.submission_id == own.pk
        yield Event(
            kind="decision",
            at=decision.decided_at,
            tone=_VERDICT_TONES.get(Verdict(decision.verdict), "info"),
            submission=rows[decision.submission_id],
            this=this,
            decision=decision,
            reasons=said_reasons(decision.reasons, language, pictures if this else {}),
        )


def _requests(
    happened: Happened, rows: Mapping[int, Submission], own: Submission
) -> Iterator[Event]:
    for request in happened.requests:
        yield Event(
            kind="request",
            at=request.answered_at or request.asked_at,
            tone="info" if request.answered_at else "warn",
            submission=rows[request.submission_id],
            this=request.submission_id == own.pk,
            request=request,
            items=tuple(request.items.all()),
        )


def _answers(
    happened: Happened, rows: Mapping[int, Submission], own: Submission
) -> Iterator[Event]:
    for answer in happened.answers:
        took_effect = answer.effect == AnswerEffect.APPLIED
        yield Event(
            kind="answer",
            at=answer.received_at,
            tone=_ANSWER_TONES.get(answer.standing, "info") if took_effect else "muted",
            submission=rows[answer.submission_id],
            this=answer.submission_id == own.pk,
            answer=answer,
        )
