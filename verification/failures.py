"""Why a submission failed, explained: what pages, the API and mails show alike."""

from collections.abc import Mapping, Sequence

from django.templatetags.static import static

from verification.catalogue.catalogue import localise, reasons
from verification.catalogue.model import (
    Language,
    LinkKey,
    LocalisedLink,
    LocalisedPicture,
    LocalisedStep,
    Text,
    Who,
)
from verification.diagnosed import diagnosed_cause, unchecked_cause
from verification.diagnosis import Dossier, diagnose
from verification.dossiers import dossiers_of
from verification.failure_types import (
    Cause,
    ExplainedReason,
    FailedReason,
    Failure,
    Step,
    StepPicture,
)
from verification.messages.mappings import classify_all
from verification.models import Submission
from verification.reason_places import Numbers, picture_numbers, places_of
from verification.states import SubmissionState
from verification.step_links import described_link
from verification.telling import without_picture_evidence

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


def failure_of(
    submission: Submission, language: Language, *, with_read: bool = False
) -> Failure | None:
    """The explanation with its causes diagnosed; None unless the submission has failed.

    `with_read`: whoever it is for may see what was read in the pictures (verification.telling).
    Six queries more, and the sealed numbers are opened: for one submission's own view. Lists
    use `failure_outline`, or `failure_title` where one line will do.
    """
    return failures_of([submission], language, with_read=with_read).get(submission.pk)


def failures_of(
    submissions: Sequence[Submission],
    language: Language,
    *,
    with_read: bool = False,
    dossiers: Mapping[int, Dossier] | None = None,
) -> dict[int, Failure]:
    """The same of several by primary key, in as many queries as for one; in none where the
    caller has their `dossiers` already."""
    failed = [row for row in submissions if row.state == SubmissionState.FAILED]
    if dossiers is None:
        dossiers = dossiers_of(failed) if failed else {}
    if not with_read:
        dossiers = {pk: without_picture_evidence(one) for pk, one in dossiers.items()}
    numbers = picture_numbers(failed)
    return {
        row.pk: _explained(row, dossiers.get(row.pk), language, numbers.get(row.pk, {}))
        for row in failed
    }


def failure_outline(submission: Submission, language: Language) -> Failure | None:
    """The explanation without a diagnosis: no query, every cause reads unknown, and a picture is
    told by its id, not by its number."""
    if submission.state != SubmissionState.FAILED:
        return None
    return _explained(submission, None, language, {})


def failure_title(submission: Submission, language: Language) -> str:
    """The first reason's title; the message itself where the catalogue doesn't know it."""
    for code in _known_codes(submission):
        return reasons()[code].title.pick(language)
    return submission.raw_messages[0] if submission.raw_messages else ""


def causes_of(submission: Submission) -> frozenset[str]:
    """Every cause that the failure's reasons name."""
    named = (reasons()[code].causes for code in _known_codes(submission))
    return frozenset(cause for causes in named for cause in causes)


def general_guidance(language: Language) -> list[Step]:
    """What helps with a message that the catalogue doesn't know."""
    return [
        _step(LocalisedStep(who, text.pick(language), LocalisedLink(key)))
        for who, key, text in _GENERAL
    ]


def codes_of(submission: Submission) -> list[str]:
    """The reason codes, each once, in the order in which they were said.

    What an authority's messages mean is stored with the submission; what is learnt later
    (verification.messages.reclassifying) is written there too.
    """
    return list(submission.reason_codes)


def explain_messages(raw_messages: Sequence[str], language: Language) -> list[ExplainedReason]:
    """The reasons that raw messages state, explained; unknown messages give none."""
    return [explain(code, language) for code in reasons_in(raw_messages)]


def reasons_in(raw_messages: Sequence[str]) -> list[str]:
    """Reason codes that the messages state, each once, in their order."""
    found = [match.code for known in classify_all(raw_messages) for match in known.reasons]
    return list(dict.fromkeys(found))


def explain(
    code: str, language: Language, causes: Sequence[Cause] | None = None
) -> ExplainedReason:
    """One reason of the catalogue; KeyError for an unknown code. Without `causes` (those that
    were diagnosed) the catalogue's own are given, unchecked."""
    reason = reasons()[code]
    said = localise(reason, language)
    if causes is None:
        causes = [unchecked_cause(cause, language) for cause in reason.causes]
    return ExplainedReason(
        code=code,
        title=said.title,
        summary=said.summary,
        next=said.next,
        target=said.target,
        guidance=[_step(step) for step in said.guidance],
        prepare=list(said.prepare),
        causes=list(causes),
    )


def _explained(
    submission: Submission, dossier: Dossier | None, language: Language, numbers: Numbers
) -> Failure:
    unknown = list(submission.unknown_messages)
    found = [
        FailedReason(
            **explain(code, language, _diagnosed(code, submission, dossier, language)),
            places=places_of(submission, code, numbers),
        )
        for code in _known_codes(submission)
    ]
    return Failure(
        stage=str(submission.stage),
        raw_messages=list(submission.raw_messages),
        reasons=found,
        unknown=unknown,
        guidance=general_guidance(language) if unknown or not found else [],
        note=submission.note_to_user,
        safe_from=next(filter(None, (c["safe_from"] for r in found for c in r["causes"])), None),
    )


def _diagnosed(
    code: str, submission: Submission, dossier: Dossier | None, language: Language
) -> list[Cause] | None:
    if dossier is None:
        return None
    verdicts = diagnose(reasons()[code].causes, dossier)
    return [diagnosed_cause(verdict, submission, dossier, language) for verdict in verdicts]


def _known_codes(submission: Submission) -> list[str]:
    return [code for code in codes_of(submission) if code in reasons()]


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
