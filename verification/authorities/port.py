"""What every review body looks like from here, and the one that the settings name."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


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
    """The answer; `raw_messages` are verbatim and only there when it failed."""

    standing: Standing
    raw_messages: tuple[str, ...] = ()


class AuthorityError(Exception):
    """The authority could not be reached or answered with something senseless: try again."""


class Authority(Protocol):
    """Adapters raise AuthorityError; callers expect any exception to mean the same."""

    def submit(self, request: AuthorityRequest) -> None:
        """Hand in. Idempotent by `transaction_id`: a second call changes nothing."""

    def outcome(self, transaction_id: uuid.UUID) -> Outcome:
        """What became of it; UNKNOWN when it never arrived."""


def get_authority() -> Authority:
    """A fresh adapter of settings.AUTHORITY_ADAPTER."""
    adapter: Authority = import_string(settings.AUTHORITY_ADAPTER)()
    return adapter
