"""How the simulated authority judges; pure, by what it is sent and what its register holds."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from templates_app.rules.document_types import check_document_type
from templates_app.rules.names import is_organisation_name
from templates_app.rules.numbers import check_number
from verification.authorities.port import AuthorityRequest
from verification.materials_rules import (
    AuthorityProfile,
    PictureRefused,
    RefusalCode,
    inspect_picture,
)

from . import messages

_CN_FAMILY = frozenset({"cn", "中国", "公司", "网络", "xn--fiqs8s", "xn--55qx5d", "xn--io0a7i"})
_RESIDENT_ID = "SFZ"
_OUT_OF_LIMITS = frozenset(
    {RefusalCode.FORMAT_UNSUPPORTED, RefusalCode.TOO_SMALL, RefusalCode.TOO_LARGE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the register holds of one identity."""

    name: str
    holder_type: str
    document_type: str
    available_from: dt.date
    expires_on: dt.date | None = None
    special_profession: bool = False
    overseas: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the register answers: the entries with this number, and whether it knows the name."""

    by_number: Sequence[Entry]
    name_known: bool


def judge(
    request: AuthorityRequest,
    found: Found,
    *,
    today: dt.date,
    profile: AuthorityProfile,
    admit_unknown: bool,
) -> list[str]:
    """The raw messages of a refusal, in the authority's own words; empty when it passes.

    The first thing that is wrong is said, as review bodies do: form, pictures, register.
    `admit_unknown`: an identity of which neither name nor number is known passes.
    """
    wrong = (
        _judge_pictures(request, profile)
        or _judge_form(request)
        or _judge_register(request, found, today=today, admit_unknown=admit_unknown)
    )
    return [wrong] if wrong else []


def _judge_pictures(request: AuthorityRequest, profile: AuthorityProfile) -> str:
    if not request.pictures:
        return messages.MATERIALS_MISSING
    for picture in request.pictures:
        try:
            inspect_picture(picture.content, profile)
        except PictureRefused as refusal:
            limits = refusal.code in _OUT_OF_LIMITS
            return messages.PICTURE_LIMITS if limits else messages.PICTURE_UNREADABLE
    return ""


def _judge_form(request: AuthorityRequest) -> str:
    if check_document_type(request.holder_type, request.document_type):
        return messages.TYPE_OR_LENGTH
    problems = check_number(request.document_type, request.document_number)
    if any(problem.blocks for problem in problems):
        return messages.TYPE_OR_LENGTH
    if request.contact_name and is_organisation_name(request.contact_name):
        return messages.CONTACT_NOT_PERSON
    return ""


def _judge_register(
    request: AuthorityRequest, found: Found, *, today: dt.date, admit_unknown: bool
) -> str:
    if not found.by_number:
        return _judge_unknown_number(request, found, admit_unknown=admit_unknown)
    named = [entry for entry in found.by_number if entry.name == request.holder_name]
    if not named:
        return _name_wrong(request)
    same_type = [entry for entry in named if entry.document_type == request.document_type]
    if not same_type:
        return messages.TYPE_WRONG
    return _judge_entry(same_type[0], request, today=today)


def _judge_unknown_number(request: AuthorityRequest, found: Found, *, admit_unknown: bool) -> str:
    if found.name_known:
        return messages.NUMBER_WRONG
    if admit_unknown:
        return ""
    resident = request.document_type == _RESIDENT_ID
    return messages.POLICE_MISMATCH if resident else messages.QUERY_MISMATCH


def _judge_entry(entry: Entry, request: AuthorityRequest, *, today: dt.date) -> str:
    if entry.available_from > today:
        return messages.NEWLY_ISSUED
    if entry.expires_on is not None and entry.expires_on < today:
        return messages.EXPIRED
    if entry.special_profession and entry.document_type == _RESIDENT_ID:
        return messages.ELECTRONIC_CHECK
    if entry.overseas and (not request.suffix or _is_cn(request.suffix)):
        return messages.OVERSEAS
    return ""


def _is_cn(suffix: str) -> bool:
    return suffix.rpartition(".")[2] in _CN_FAMILY


def _name_wrong(request: AuthorityRequest) -> str:
    if request.holder_type == "individual":
        return messages.NAME_WRONG_INDIVIDUAL
    return messages.NAME_WRONG_ORGANIZATION
