"""What the failure-reason catalogue holds, as immutable values.

A *reason* is what the one-line message of an authority or of the console means
and what to do about it. Its code is a stable API value; its messages are kept
exactly as they are shown.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Group = Literal["verification", "truthfulness", "domain"]
# retry: correct and resubmit. wait: resubmit later. switch: this subject or
# document can't pass here, use another. support: only staff can help.
Next = Literal["retry", "wait", "switch", "support", "none"]
Who = Literal["you", "registrar", "authority"]
Target = Literal[
    "change_registrant",
    "resubmit",
    "edit_template",
    "new_template",
    "wait",
    "contact_support",
    "upload",
    "domains",
    "register",
    "transfer_in",
    "renew",
    "operation_log",
    "none",
]
# Pages of ours that a step may lead to; verification.step_links knows their addresses.
LinkKey = Literal[
    "edit_template",
    "new_template",
    "resubmit",
    "change_registrant",
    "wait",
    "support",
    "templates",
    "domains",
    "operation_log",
    "upload",
]
Language = Literal["zh-hans", "en"]

GROUPS: frozenset[str] = frozenset(get_args(Group))
NEXT_STEPS: frozenset[str] = frozenset(get_args(Next))
ACTORS: frozenset[str] = frozenset(get_args(Who))
TARGETS: frozenset[str] = frozenset(get_args(Target))
LINK_KEYS: frozenset[str] = frozenset(get_args(LinkKey))


class CatalogueError(ValueError):
    """The shipped catalogue is incomplete or contradicts itself.

    The message names the file and, where there is one, the reason's code.
    """


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in Simplified Chinese and in English; neither is empty."""

    zh: str
    en: str

    def pick(self, language: Language) -> str:
        """The wording in `language`."""
        return self.zh if language == "zh-hans" else self.en


@dataclass(frozen=True, slots=True)
class WebLink:
    """A page of somebody else: an https address and what it is called."""

    url: str
    label: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn sample that makes a step clear: a file of the samples folder."""

    key: str
    file: str
    alt: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, who does it, where, and what it looks like."""

    who: Who
    text: Text
    link: LinkKey | WebLink | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One failure reason.

    `messages` are exact wordings. `short_forms` are wordings that mean this
    reason only when they stand alone as a clause; they never match inside a
    sentence. `causes` are finding codes, likeliest first. `target` is the
    stable key of the page that the fix leads to.
    """

    code: str
    group: Group
    next: Next
    target: Target
    messages: tuple[str, ...]
    short_forms: tuple[str, ...]
    causes: tuple[str, ...]
    title: Text
    summary: Text
    guidance: tuple[Step, ...]
    prepare: tuple[Text, ...]
    source: str


@dataclass(frozen=True, slots=True)
class LocalisedLink:
    """Where a step leads: `key` is a page of ours, or "external" with address and label."""

    key: LinkKey | Literal["external"]
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class LocalisedPicture:
    """A sample picture with what it shows, in one language."""

    key: str
    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class LocalisedStep:
    """A step in one language."""

    who: Who
    text: str
    link: LocalisedLink | None = None
    picture: LocalisedPicture | None = None


@dataclass(frozen=True, slots=True)
class LocalisedReason:
    """What a user reads about a reason, in one language."""

    code: str
    next: Next
    target: Target
    title: str
    summary: str
    guidance: tuple[LocalisedStep, ...]
    prepare: tuple[str, ...]
