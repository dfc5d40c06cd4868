"""Why a verification failed, and what the catalogue knows about it."""

from typing import TypedDict

from .common import Evidence, SafeFrom


class StepLink(TypedDict):
    key: str
    url: str
    label: str


class StepPicture(TypedDict):
    key: str
    url: str
    alt: str


class Step(TypedDict):
    """`who`: you, registrar or authority."""

    who: str
    text: str
    link: StepLink | None
    picture: StepPicture | None


class Question(TypedDict):
    key: str
    kind: str
    text: str
    open_ended: bool


class Cause(TypedDict):
    """`verdict`: confirmed, ruled_out or unknown."""

    code: str
    verdict: str
    title: str
    evidence: str
    evidence_data: list[Evidence]
    fix: str
    field: str | None
    fix_url: str
    question: Question | None
    answer: str | None
    safe_from: SafeFrom | None


class Reason(TypedDict):
    """`next`: none, retry, support, switch or wait."""

    code: str
    title: str
    summary: str
    next: str
    target: str
    guidance: list[Step]
    prepare: list[str]
    causes: list[Cause]


class ReasonPlace(TypedDict):
    picture: str | None
    field: str | None
    text: str
    fix_url: str


class FailedReason(Reason):
    places: list[ReasonPlace]


class CatalogueReason(Reason):
    group: str
    messages: list[str]
    source: str


class Failure(TypedDict):
    """`stage`: reviewer, authority or timeout. `unknown` are messages that nobody knows yet."""

    stage: str
    raw_messages: list[str]
    reasons: list[FailedReason]
    unknown: list[str]
    guidance: list[Step]
    note: str
    safe_from: SafeFrom | None


class Match(TypedDict):
    code: str
    confidence: float


class Classification(TypedDict):
    reasons: list[Match]
    unknown: bool
    leftover: list[str]
