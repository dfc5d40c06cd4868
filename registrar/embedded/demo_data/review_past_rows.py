"""The rows of one past review: the submission, what was decided of it, what the authority said."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from registrar.accounts.models import Account, User
from registrar.workdays.hours import add_working_minutes
from verification.materials_rules import DEFAULT_PROFILE
from verification.messages.understanding import understand
from verification.models import Authority, AuthorityAnswer, ReviewDecision, Submission
from verification.services.review_clock import working_day
from verification.services.sealing import number_fields
from verification.states import AnswerEffect, AnswerVia, DecisionStanding, FailureStage, Verdict

from .identities import Identity
from .review_stories import Past

# Minutes after opening, hours of waiting and minutes of handling, in turn: odd lengths, so that
# they don't repeat together.
_HANDED_IN = (20, 95, 170, 240, 310, 385, 450)
_WAITED = (0.4, 1.1, 2.3, 3.2, 5.5, 7.5, 18, 21, 27, 44, 70)
_HANDLED = (2, 3, 4, 5, 7, 9, 12, 16, 25)
_ANSWERED = dt.timedelta(hours=26)
_LATER = dt.timedelta(minutes=15)
_MARK = "演示数据"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One submission with all that belongs to it, not saved yet."""

    submission: Submission
    decisions: tuple[ReviewDecision, ...]
    answers: tuple[AuthorityAnswer, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """`place` counts all past reviews: hours and people take turns by it."""

    past: Past
    holder: Identity
    account: Account
    people: tuple[User, ...]
    authority: Authority
    place: int

    def make(self) -> Reviewed:
        submission = self._handed_in()
        decisions = self._decisions(submission)
        submission.reviewer = decisions[-1].reviewer
        submission.claimed_at = decisions[-1].claimed_at
        ended = self._end(submission, decisions[-1].decided_at)
        self._judge(submission)
        return Reviewed(submission, decisions, self._answers(submission, ended))

    def _handed_in(self) -> Submission:
        begun = self._begun()
        return Submission(
            account=self.account,
            profile=DEFAULT_PROFILE,
            holder_type=self.holder.holder_type,
            holder_name=self.holder.name,
            contact_name=self.holder.contact_name,
            document_type=self.holder.document_type,
            confirmed_warnings=list(self.past.warnings),
            state_before="unverified",
            submitted_by=f"owner@{self.account.slug}.example",
            submitted_at=begun,
            waiting_since=begun,
            review_due_at=add_working_minutes(begun, 60 * settings.REVIEW_HOURS, working_day()),
            note_to_staff=_MARK,
            **number_fields(self.holder.number),
        )

    def _begun(self) -> dt.datetime:
        opens = dt.time.fromisoformat(settings.REVIEW_DAY[0])
        day = timezone.localdate() - dt.timedelta(days=self.past.days_ago)
        opened = timezone.make_aware(dt.datetime.combine(day, opens))
        return opened + dt.timedelta(minutes=_HANDED_IN[self.place % len(_HANDED_IN)])

    def _decisions(self, submission: Submission) -> tuple[ReviewDecision, ...]:
        """One after the other; who overrules decides the rest."""
        begun = self._begun()
        waited = dt.timedelta(hours=_WAITED[self.place % len(_WAITED)])
        # The authority has to have answered by now.
        decided = begun + min(waited, max(timezone.now() - begun - 2 * _ANSWERED, _LATER))
        made: list[ReviewDecision] = []
        turn = self.place
        for verdict, standing in self.past.decisions:
            decision = self._decision(submission, verdict, standing, decided)
            decision.reviewer = self._person(turn)
            if standing == DecisionStanding.OVERRULED:
                turn += 1
                decision.closed_by, decision.closed_at = self._person(turn), decided + _LATER
            made.append(decision)
            decided += _LATER
        return tuple(made)

    def _person(self, turn: int) -> User:
        return self.people[turn % len(self.people)]

    def _decision(
        self, submission: Submission, verdict: Verdict, standing: DecisionStanding, at: dt.datetime
    ) -> ReviewDecision:
        return ReviewDecision(
            account=self.account,
            submission=submission,
            verdict=verdict,
            standing=standing,
            reasons=self._places() if verdict == Verdict.FAIL else [],
            note_to_staff=_MARK,
            waiting_since=submission.waiting_since,
            claimed_at=at - dt.timedelta(minutes=_HANDLED[self.place % len(_HANDLED)]),
            due_at=submission.review_due_at,
            decided_at=at,
        )

    def _places(self) -> list[dict[str, str]]:
        return [{"code": code, "picture": "", "field": ""} for code in self.past.reasons]

    def _end(self, submission: Submission, decided: dt.datetime) -> dt.datetime:
        ended = decided
        if self.past.stage != FailureStage.REVIEWER:
            submission.authority = self.authority
            submission.sent_at = submission.received_at = decided
            answered = decided + _ANSWERED + dt.timedelta(hours=self.place % 20)
            ended = min(answered, timezone.now())
        submission.ended_at = ended
        return ended

    def _judge(self, submission: Submission) -> None:
        found = understand(self.past.messages, {})
        submission.submit()
        submission.claim()
        if self.past.stage != FailureStage.REVIEWER:
            submission.hand_over()
        if self.past.stage:
            submission.fail()
        else:
            submission.succeed()
        submission.stage = self.past.stage
        submission.raw_messages = list(self.past.messages)
        submission.reason_codes = list(self.past.reasons) or found.codes
        submission.reason_places = self._places()

    def _answers(self, submission: Submission, ended: dt.datetime) -> tuple[AuthorityAnswer, ...]:
        if self.past.stage in (FailureStage.REVIEWER, FailureStage.TIMEOUT):
            return ()
        answer = AuthorityAnswer(
            account=self.account,
            submission=submission,
            authority=self.authority,
            via=AnswerVia.POLL,
            standing="failed" if self.past.stage else "passed",
            raw_messages=list(self.past.messages),
            decided_at=ended,
            received_at=ended,
            effect=AnswerEffect.APPLIED,
        )
        return (answer,)
