"""What every review body looks like from here, and which adapter speaks to which."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

_ADAPTERS = {"http": "verification.authorities.http.adapter.HttpAuthority"}


class Standing(StrEnum):
    """What became of a request, as the authority tells it."""

    UNKNOWN = "unknown"
    PENDING = "pending"
    PASSED = "passed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A document picture as it is sent: `kind` of material, bytes in the clear."""

    kind: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRequest:
    """One submission as it is sent. `transaction_id` is ours and the same in every retry."""

    transaction_id: uuid.UUID
    holder_type: str
    holder_name: str = field(repr=False)
    contact_name: str = field(repr=False)
    document_type: str
    document_number: str = field(repr=False)
    # "" for a template; the suffix decides whether overseas holders are taken.
    suffix: str
    submitted_on: dt.date
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer; `raw_messages` are verbatim and only there when it failed.

    `decided_at` is the authority's own time, where it gives one.
    """

    standing: Standing
    raw_messages: tuple[str, ...] = ()
    decided_at: dt.datetime | None = None


class AuthorityError(Exception):
    """The authority could not be reached or answered with something senseless: try again.

    `kind` is for Authority.last_error: short, ours, never a word of theirs and nothing personal.
    `about_case`: it refused this one request and is well otherwise. `retry_after`: in how many
    seconds it wants to be asked again, where it says so.
    """

    def __init__(self, kind: str, *, about_case: bool = False, retry_after: int = 0) -> None:
        self.kind = kind
        self.about_case = about_case
        self.retry_after = retry_after
        super().__init__(kind)


class Authority(Protocol):
    """Adapters raise AuthorityError; callers expect any exception to mean the same."""

    def submit(self, request: AuthorityRequest) -> None:
        """Hand in. Idempotent by `transaction_id`: a second call changes nothing."""

    def outcome(self, transaction_id: uuid.UUID) -> Outcome:
        """What became of it; UNKNOWN when it never arrived."""

    def probe(self) -> None:
        """Return when it answers as it should; nothing is sent to be judged."""


class Reached(Protocol):
    """What of an authority's row says how it is reached (verification.models.Authority)."""

    adapter: str
    base_url: str
    key_id: str
    secret: str | None
    callback_key_id: str
    callback_secret: str | None
    callback_secret_before: str | None
    timeout: int


def get_authority(row: Reached) -> Authority:
    """A fresh adapter for a row: of settings.AUTHORITY_ADAPTER where it is the simulated one."""
    if row.adapter == "simulated":
        simulated: Authority = import_string(settings.AUTHORITY_ADAPTER)()
        return simulated
    outside: Authority = import_string(_ADAPTERS[row.adapter])(row)
    return outside
