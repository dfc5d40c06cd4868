"""Lists that can come in as files. Upper apps register theirs from AppConfig.ready()."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from registrar.accounts.permissions import Permission
from registrar.accounts.purposes import Purpose
from registrar.errors import FieldError, NotFound, Text
from registrar.tenancy.actor import Actor

from .columns import Column
from .given import Given

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Something that a row can do: what it is called, and what whoever confirms it needs.
    `purpose`: people enter a code first, keys need the scope `sensitive`."""

    label: Text
    permission: Permission
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a row would do. `key` is what it is about: the same twice in a file is an error.

    `effect` is a code of the kind's `effects`, "" where nothing would change. `duplicate_of` is
    the id of an object that says the same already. `changes` are shown to whoever confirms;
    they hold nothing that lists don't show.
    """

    key: str
    title: str
    effect: str = ""
    duplicate_of: str = ""
    changes: Sequence[Mapping[str, str]] = ()
    errors: Sequence[FieldError] = ()


class SheetKind(ABC):
    """A list: its columns, what its rows mean, and how one is carried out."""

    key: ClassVar[str]
    label: ClassVar[Text]
    list_url_name: ClassVar[str]
    columns: ClassVar[Sequence[Column]]
    # Of these, what the empty file has that people begin with.
    blank: ClassVar[Sequence[Column]]
    effects: ClassVar[Mapping[str, Effect]]
    # Who may upload such a file and look at what came of it.
    permission: ClassVar[Permission]

    @abstractmethod
    def examine(self, rows: Sequence[Given]) -> list[Finding]:
        """A finding for each row, in their order; a constant number of queries where it can."""

    @abstractmethod
    def carry_out(self, *, actor: Actor, values: Values, effect: str, uid: UUID) -> str:
        """Do it, in the caller's transaction; the id of what came of it, "" for nothing new.

        `uid` is the row's own: the same row is never carried out twice. Raises ServiceError.
        """


_kinds: dict[str, SheetKind] = {}


def register_kind(kind: SheetKind) -> None:
    """Add a list; ValueError if another one has its key."""
    if type(_kinds.get(kind.key, kind)) is not type(kind):
        raise ValueError(f"the kind {kind.key!r} is taken")
    _kinds[kind.key] = kind


def get_kind(key: str) -> SheetKind:
    """NotFound where there is none."""
    if key not in _kinds:
        raise NotFound
    return _kinds[key]


def kinds() -> list[SheetKind]:
    """All of them, by key."""
    return [_kinds[key] for key in sorted(_kinds)]


def kinds_for(actor: Actor) -> list[str]:
    """The keys of those whose files `actor` may bring."""
    return [kind.key for kind in kinds() if actor.may(kind.permission)]
