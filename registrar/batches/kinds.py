"""What a batch can consist of. Upper apps register their kinds from AppConfig.ready()."""

import datetime as dt
import uuid
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from registrar.accounts.permissions import Permission
from registrar.errors import ServiceError
from registrar.tenancy.actor import Actor

from .models import Batch, BatchItem

Asked = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """An item that may wait its turn.

    `key` orders it among the others; `told` is what answers repeat of it, ids and names only;
    `asked` is what `run` is given, JSON values. `purpose` is the identity check that it may need,
    "" for none.
    """

    key: str
    told: dict[str, str]
    asked: dict[str, Any]
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """An item that is refused at once, with what answers repeat of it."""

    problem: ServiceError
    told: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The row that came of an item, and the day on which it should have ended, if one is known."""

    uid: uuid.UUID
    expected_on: dt.date | None = None
    provisional: bool = False


class BatchKind(ABC):
    """One kind. `read` and `write` are the permissions that its batches need; up to `at_once`
    items are carried out within the request; `not_yet` are codes of refusals that pass by
    themselves, after which an item is tried again later. What the services say of an item is told
    in words to those who hold `reasons_need` only, where one is named."""

    key: ClassVar[str]
    label: ClassVar[str | Promise]
    read: ClassVar[Permission]
    write: ClassVar[Permission]
    at_once: ClassVar[int] = 0
    reasons_need: ClassVar[Permission | None] = None
    not_yet: ClassVar[frozenset[str]] = frozenset()

    def tells_reasons_to(self, actor: Actor) -> bool:
        return self.reasons_need is None or actor.may(self.reasons_need)

    @abstractmethod
    def check(self, actor: Actor, given: Sequence[dict[str, Any]]) -> list[Checked | Refused]:
        """Each item in turn, by what is cheap for all at once: a constant number of queries."""

    @abstractmethod
    def lock(self, asked: Sequence[Asked]) -> None:
        """Lock what these items are about, all in one order, before they run in one
        transaction."""

    @abstractmethod
    def prepare(self, actor: Actor, asked: Asked) -> None:
        """Outside of any transaction, just before a worker runs the item."""

    @abstractmethod
    def run(self, actor: Actor, batch: Batch, asked: Asked) -> Result:
        """Carry out one item through the services of everybody; their ServiceError refuses it."""

    @abstractmethod
    def under_way(self) -> QuerySet[Any]:
        """The uids of rows of which the end is still to come (`values("uid")`)."""

    @abstractmethod
    def shapes(self, items: Sequence[BatchItem]) -> dict[uuid.UUID, dict[str, Any]]:
        """How the API shows what came of the items, by uid; a constant number of queries."""

    @abstractmethod
    def empty(self) -> dict[str, Any]:
        """The same fields where nothing has come of an item yet."""

    @abstractmethod
    def heading(self, told: Mapping[str, str]) -> tuple[str, str]:
        """What an item is about, and what is done with it, for people; of what `told` holds,
        which may be anything or nothing."""

    @abstractmethod
    def links(self, uids: Collection[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str]]:
        """Address and state, in words, of the page of each row, for people."""


_kinds: dict[str, BatchKind] = {}


def register_batch_kind(kind: BatchKind) -> None:
    """Add a kind; ValueError when another has its key."""
    if type(_kinds.get(kind.key, kind)) is not type(kind):
        raise ValueError(f"batch kind {kind.key!r} is taken")
    _kinds[kind.key] = kind


def kind_named(key: str) -> BatchKind:
    """KeyError for a key that nobody has registered."""
    return _kinds[key]


def kinds() -> list[BatchKind]:
    return [_kinds[key] for key in sorted(_kinds)]
