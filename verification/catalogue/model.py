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
Language = Literal["zh-hans", "en"]

GROUPS: frozenset[str] = frozenset(get_args(Group))
NEXT_STEPS: frozenset[str] = frozenset(get_args(Next))
ACTORS: frozenset[str] = frozenset(get_args(Who))
TARGETS: frozenset[str] = frozenset(get_args(Target))


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
class Step:
    """One thing to do, and who does it."""

    who: Who
    text: Text


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
class LocalisedStep:
    """A step in one language."""

    who: Who
    text: str


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
