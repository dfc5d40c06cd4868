"""A submission's way so far and what comes next, as steps of a timeline."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from domains.models import Domain
from domains.timeline import TimelineItem
from registrar.oplog.actor_texts import actor_name

from .models import Submission
from .selectors import recent_for
from .states import OPEN, FailureStage, SubmissionState

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Step:
    """`tone` is one of the timeline's: ok, warn, bad, info, or next for what is still to come."""

    title: Text
    tone: str
    at: dt.datetime | None = None
    text: Text = ""


def steps_of(submission: Submission) -> list[Step]:
    """In order of time; an open submission ends with what is awaited."""
    steps = [
        Step(_("Submitted"), "ok", submission.submitted_at, actor_name(submission.submitted_by))
    ]
    if submission.claimed_at:
        tone = "info" if submission.state == SubmissionState.IN_REVIEW else "ok"
        steps.append(Step(_("First review began"), tone, submission.claimed_at))
    if submission.sent_at:
        steps.append(Step(_("Sent to the authority"), "ok", submission.sent_at))
    if submission.received_at:
        steps.append(Step(_("Received by the authority"), "ok", submission.received_at))
    steps.extend(_asked(submission))
    steps.sort(key=lambda step: step.at or timezone.now())
    steps.append(_awaited(submission) if submission.state in OPEN else _end(submission))
    return steps


def _asked(submission: Submission) -> Iterator[Step]:
    """What reviewers asked for and did not take back, each with its answer."""
    for request in submission.more_requests.filter(dropped_at=None).order_by("pk"):
        tone = "ok" if request.answered_at else "warn"
        yield Step(_("The reviewer asked for more"), tone, request.asked_at)
        if request.answered_at:
            by = actor_name(request.answered_by)
            yield Step(_("Answered"), "ok", request.answered_at, by)


def _awaited(submission: Submission) -> Step:
    titles: dict[str, Text] = {
        SubmissionState.SUBMITTED: _("Waiting for the first review"),
        SubmissionState.IN_REVIEW: _("Waiting for the reviewer's decision"),
        SubmissionState.SECOND_REVIEW: _("Waiting for the reviewer's decision"),
        SubmissionState.MORE_WANTED: _("Waiting for your answer to the reviewer"),
        SubmissionState.AT_AUTHORITY: _("Waiting for the authority's answer"),
    }
    return Step(titles[submission.state], "next")


def _end(submission: Submission) -> Step:
    if submission.state == SubmissionState.PASSED:
        return Step(_("Passed"), "ok", submission.ended_at)
    if submission.state == SubmissionState.FAILED:
        where = FailureStage(submission.stage).label
        return Step(_("Failed"), "bad", submission.ended_at, where)
    return Step(_("Withdrawn"), "info", submission.ended_at)


def timeline_of(domain: Domain) -> list[TimelineItem]:
    """What a domain's own page tells of its submissions: handed in, and how it ended."""
    items = []
    for submission in recent_for(domain):
        url = reverse("verification:detail", args=[submission.public_id])
        if submission.submitted_at:
            items.append(
                TimelineItem(
                    at=submission.submitted_at,
                    title=_("Real-name verification submitted"),
                    by=actor_name(submission.submitted_by),
                    url=url,
                )
            )
        if submission.ended_at:
            title, tone = _ENDS[submission.state]
            items.append(TimelineItem(at=submission.ended_at, title=title, tone=tone, url=url))
    return items


_ENDS: dict[str, tuple[Text, str]] = {
    SubmissionState.PASSED: (_("Real-name verification passed"), "ok"),
    SubmissionState.FAILED: (_("Real-name verification failed"), "bad"),
    SubmissionState.WITHDRAWN: (_("Submission withdrawn"), "info"),
}
