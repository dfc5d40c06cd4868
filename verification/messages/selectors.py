"""What the pages of unknown messages show."""

from dataclasses import dataclass

from verification.catalogue.catalogue import localise, reasons
from verification.catalogue.classify import classify
from verification.catalogue.model import Language, LocalisedReason
from verification.catalogue.suggest import suggest
from verification.models import Submission

from .models import UnknownMessage
from .states import MessageState


@dataclass(frozen=True, slots=True)
class LikelyReason:
    """A suggestion with what the customer would read, and why it is made."""

    preview: LocalisedReason
    percent: int
    wording: str
    shared: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class MessageFile:
    """`found` are reasons that the catalogue sees in part of the message, `left` the rest."""

    message: UnknownMessage
    found: tuple[str, ...]
    left: tuple[str, ...]
    failures: int


def open_count() -> int:
    return UnknownMessage.objects.filter(state=MessageState.OPEN).count()


def message_file(message: UnknownMessage) -> MessageFile:
    """What a decision about `message` needs."""
    shipped = classify(message.text)
    return MessageFile(
        message=message,
        found=tuple(match.code for match in shipped.reasons),
        left=shipped.leftover,
        failures=Submission.objects.filter(queued_keys__contains=[message.key]).count(),
    )


def likely_reasons(
    text: str, *, language: Language, chosen: frozenset[str]
) -> tuple[LikelyReason, ...]:
    """The reasons that `text` is most like, likeliest first."""
    return tuple(
        LikelyReason(
            preview=localise(reasons()[found.code], language),
            percent=round(found.likeness * 100),
            wording=found.wording,
            shared=found.shared,
            chosen=found.code in chosen,
        )
        for found in suggest(text)
    )
