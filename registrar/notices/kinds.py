"""What members can be told. Upper apps register their kinds from AppConfig.ready()."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission

Params = Mapping[str, str | int]
# Lazy words with `%(name)s` for a param, or what the params make of them when somebody reads.
Words = str | Promise | Callable[[Params], str]

TONES = frozenset({"ok", "warn", "bad", "info"})


class Topic(models.TextChoices):
    """What members choose by where they are told: in the console, by mail."""

    REVIEWS = "reviews", _("Verification results")
    SAFE_DAYS = "safe_days", _("Reminders of dates")
    PLANS = "plans", _("Plans for many domains")
    SUPPORT = "support", _("Support requests")
    AUTOMATION = "automation", _("Webhooks")


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One thing that can be told.

    `title` and `text` (one or two sentences) are lazy and hold `%(name)s` for what `notify` is
    given as `params` (a percent sign is doubled), or functions of the params in the active
    language. `details` are further lines for a mail that tells of little else. All of it goes
    out by mail: nothing about holders or their documents. `tone` is one of TONES. With
    `permission` set, only members whose role holds it are told. `key` is stable: rows keep it.
    """

    key: str
    topic: str
    title: Words
    text: Words
    tone: str
    permission: Permission | None
    details: Callable[[Params], Sequence[str]] | None = None


_kinds: dict[str, NoticeKind] = {}


def register_kinds(kinds: Iterable[NoticeKind]) -> None:
    """Add kinds; ValueError when one differs from what its key stands for, or names a topic or
    a tone that does not exist."""
    for kind in kinds:
        if kind.topic not in Topic.values or kind.tone not in TONES:
            raise ValueError(f"notice kind {kind.key!r} has an unknown topic or tone")
        if _kinds.get(kind.key, kind) != kind:
            raise ValueError(f"notice kind {kind.key!r} is taken")
        _kinds[kind.key] = kind


def kind_named(key: str) -> NoticeKind | None:
    return _kinds.get(key)


def kinds_closed_to(permissions: Iterable[str]) -> list[str]:
    """The keys of kinds that need a permission which is not among `permissions`."""
    held = set(permissions)
    return sorted(k.key for k in _kinds.values() if k.permission and k.permission not in held)
