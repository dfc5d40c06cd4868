"""What would fail."""

from typing import NotRequired, TypedDict

from .common import Box, Evidence


class Place(TypedDict):
    picture: str
    box: Box | None


class Finding(TypedDict):
    """`level`: block refuses a submission, warn has to be confirmed, info is told only."""

    code: str
    level: str
    field: str
    sure: bool
    title: str
    message: str
    evidence: str
    evidence_data: list[Evidence]
    fix: str
    retake: str | None
    places: list[Place]


class ReadValue(TypedDict):
    text: str
    confidence: float
    picture: str
    box: Box | None


class Change(TypedDict):
    code: str
    message: str


class Mended(TypedDict):
    picture: str
    changes: list[Change]
    format: str
    bytes: int
    width: int
    height: int


class Precheck(TypedDict):
    """While a picture is being read `status` is pending; `poll` says where to ask again."""

    status: str
    profile: str
    ready: bool
    findings: list[Finding]
    read: dict[str, ReadValue] | None
    mended: list[Mended]
    warnings_seen: str | None
    id: NotRequired[str]
    poll: NotRequired[str]


class Form(TypedDict):
    """A form that stands alone; days are ISO 8601."""

    registrant_type: str
    name: str
    issued_on: NotRequired[str | None]
    expires_on: NotRequired[str | None]
