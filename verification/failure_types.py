"""The shape of an explained failure: what pages and the API show alike."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict

from verification.step_links import StepLink


class SafeFrom(TypedDict):
    """The first day on which a new document can be submitted; provisional: holidays unknown."""

    date: dt.date
    provisional: bool


class EvidenceData(TypedDict):
    """One observation for programs: a kind of verification.diagnosis and its parameters."""

    kind: str
    params: Mapping[str, Any]


class AskedQuestion(TypedDict):
    """`kind` is yes_no or date; an open-ended date may also be answered with `none`."""

    key: str
    kind: str
    text: str
    open_ended: bool


class Cause(TypedDict):
    """One thing that may lie behind a reason; `verdict` is confirmed, ruled_out or unknown.

    `evidence` says in words why, "" where nothing speaks for or against it. `field` is the
    field it is about, `fix_url` the page that holds it. `answer` is the user's.
    """

    code: str
    verdict: str
    title: str
    evidence: str
    evidence_data: list[EvidenceData]
    fix: str
    field: str | None
    fix_url: str
    question: AskedQuestion | None
    answer: str | None
    safe_from: SafeFrom | None


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


class ReasonPlace(TypedDict):
    """Where a reviewer saw it: in a picture (its id), at a field of verification.finding_fields,
    or both. `text` says so ("a picture" where nobody has looked up which one it is); `fix_url`
    as a cause's."""

    picture: str | None
    field: str | None
    text: str
    fix_url: str


class FailedReason(ExplainedReason):
    """A reason that a submission failed with; no `places` where it is about the whole."""

    places: list[ReasonPlace]


class Failure(TypedDict):
    """`unknown` holds the raw messages that the catalogue doesn't know, verbatim. `safe_from`
    is set where the document is known to be too new."""

    stage: str
    raw_messages: list[str]
    reasons: list[FailedReason]
    unknown: list[str]
    guidance: list[Step]
    note: str
    safe_from: SafeFrom | None
