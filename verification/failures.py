"""Why a submission failed, explained: what pages, the API and mails show alike."""

from collections.abc import Sequence
from typing import TypedDict

from django.templatetags.static import static

from verification.catalogue.catalogue import localise, reasons
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import (
    Language,
    LinkKey,
    LocalisedLink,
    LocalisedPicture,
    LocalisedStep,
    Text,
    Who,
)
from verification.finding_fixes import FIXES
from verification.messages.mappings import classify_all
from verification.models import Submission
from verification.states import SubmissionState
from verification.step_links import StepLink, described_link


class Cause(TypedDict):
    """One thing that may lie behind a reason; `verdict` is confirmed, ruled_out or unknown."""

    code: str
    verdict: str
    title: str
    fix: str


class StepPicture(TypedDict):
    """A drawn sample; `alt` says what it shows."""

    key: str
    url: str
    alt: str


class Step(TypedDict):
    """One thing to do, and who does it: you, registrar or authority."""

    who: str
    text: str
    link: StepLink | None
    picture: StepPicture | None


class ExplainedReason(TypedDict):
    """A reason of the catalogue in one language; causes likeliest first."""

    code: str
    title: str
    summary: str
    next: str
    target: str
    guidance: list[Step]
    prepare: list[str]
    causes: list[Cause]


class Failure(TypedDict):
    """`unknown` holds the raw messages that the catalogue doesn't know, verbatim."""

    stage: str
    raw_messages: list[str]
    reasons: list[ExplainedReason]
    unknown: list[str]
    guidance: list[Step]
    note: str


# What helps with a message that nobody has mapped yet (seed 003, 提交工单).
_GENERAL: tuple[tuple[Who, LinkKey, Text], ...] = (
    (
        "you",
        "resubmit",
        Text(
            "对照证件检查名称、证件类型和号码，换一张完整清晰的彩色图片后重新提交。",
            "Compare name, document type and number with the document, and submit again with a "
            "complete, clear colour picture.",
        ),
    ),
    (
        "registrar",
        "support",
        Text(
            "我们已记录这条审核意见；多次失败请联系我们，并附上本页编号。",
            "We have noted this message. If it fails again, contact us and quote this page's id.",
        ),
    ),
)


def failure_of(submission: Submission, language: Language) -> Failure | None:
    """The explanation in one language; None unless the submission has failed.

    What an authority's messages mean is stored with the submission; what is learnt later
    (verification.messages.reclassifying) is written there too.
    """
    if submission.state != SubmissionState.FAILED:
        return None
    raw = list(submission.raw_messages)
    unknown = list(submission.unknown_messages)
    found = [code for code in codes_of(submission) if code in reasons()]
    return Failure(
        stage=str(submission.stage),
        raw_messages=raw,
        reasons=[explain(code, language) for code in found],
        unknown=unknown,
        guidance=general_guidance(language) if unknown or not found else [],
        note=submission.note_to_user,
    )


def general_guidance(language: Language) -> list[Step]:
    """What helps with a message that the catalogue doesn't know."""
    return [
        _step(LocalisedStep(who, text.pick(language), LocalisedLink(key)))
        for who, key, text in _GENERAL
    ]


def codes_of(submission: Submission) -> list[str]:
    """The reason codes, each once, in the order in which they were said."""
    return list(submission.reason_codes)


def explain_messages(raw_messages: Sequence[str], language: Language) -> list[ExplainedReason]:
    """The reasons that raw messages state, explained; unknown messages give none."""
    return [explain(code, language) for code in reasons_in(raw_messages)]


def reasons_in(raw_messages: Sequence[str]) -> list[str]:
    """Reason codes that the messages state, each once, in their order."""
    found = [match.code for known in classify_all(raw_messages) for match in known.reasons]
    return list(dict.fromkeys(found))


def explain(code: str, language: Language) -> ExplainedReason:
    """One reason of the catalogue with its causes; KeyError for an unknown code."""
    reason = reasons()[code]
    said = localise(reason, language)
    return ExplainedReason(
        code=code,
        title=said.title,
        summary=said.summary,
        next=said.next,
        target=said.target,
        guidance=[_step(step) for step in said.guidance],
        prepare=list(said.prepare),
        causes=[_cause(cause, language) for cause in reason.causes],
    )


def _step(step: LocalisedStep) -> Step:
    return Step(
        who=step.who,
        text=step.text,
        link=described_link(step.link) if step.link else None,
        picture=_picture(step.picture) if step.picture else None,
    )


def _picture(picture: LocalisedPicture) -> StepPicture:
    url = static(f"img/samples/{picture.file}")
    return StepPicture(key=picture.key, url=url, alt=picture.alt)


def _cause(code: str, language: Language) -> Cause:
    return Cause(
        code=code,
        verdict="unknown",
        title=FINDING_CODES[code].title.pick(language),
        fix=FIXES[code].pick(language),
    )
