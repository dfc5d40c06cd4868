"""Following an account's chain from its first entry to its head."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from .chain import GENESIS, digest_of
from .entries import content_of
from .models import ChainHead, LogEntry

_CHUNK = 500


class Damage(StrEnum):
    CHANGED = "changed"
    MISSING = "missing"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not fit, and how: its content was changed, it is missing, or
    it is the last one but the head says otherwise."""

    number: int
    damage: Damage


@dataclass(frozen=True, slots=True)
class _Link:
    number: int
    digest: str


def first_broken(account_id: int) -> Broken | None:
    """None when the account's chain is whole. Called inside the fence.

    Most of the chain is followed without a lock, so that people can go on working; what was
    added meanwhile is followed with the head locked.
    """
    link = _follow(account_id, _Link(0, GENESIS))
    if isinstance(link, Broken):
        return link
    head = ChainHead.objects.select_for_update().filter(account_id=account_id).first()
    link = _follow(account_id, link)
    if isinstance(link, Broken):
        return link
    return _compare(link, head)


def _follow(account_id: int, link: _Link) -> _Link | Broken:
    """The last link after `link`, or the first entry that does not fit."""
    rows = LogEntry.objects.filter(account_id=account_id, number__gt=link.number)
    for entry in rows.order_by("number").iterator(chunk_size=_CHUNK):
        if entry.number != link.number + 1:
            return Broken(link.number + 1, Damage.MISSING)
        digest = digest_of(settings.OPLOG_KEY, link.digest, content_of(entry))
        if entry.previous_digest != link.digest or entry.digest != digest:
            return Broken(entry.number, Damage.CHANGED)
        link = _Link(entry.number, digest)
    return link


def _compare(link: _Link, head: ChainHead | None) -> Broken | None:
    number, digest = (head.number, head.digest) if head else (0, GENESIS)
    if number > link.number:
        return Broken(link.number + 1, Damage.MISSING)
    if (number, digest) != (link.number, link.digest):
        return Broken(link.number, Damage.HEAD)
    return None
