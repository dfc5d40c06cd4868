"""What people write, as it is kept."""

from django.utils.translation import gettext_lazy as _

from registrar.errors import FieldError, InvalidInput
from verification.support.rules import MAX_MESSAGE, MAX_SUBJECT, MAX_TEXT, tidy


def taken_text(text: str, *, field: str = "text") -> str:
    """The tidied text; InvalidInput when nothing is left of it, or more than is kept."""
    kept = tidy(text)
    if not kept:
        raise _refused(field, "required", _("Write what you need help with."))
    return _within(kept, MAX_TEXT, field)


def taken_subject(subject: str) -> str:
    """One line, "" if there is none."""
    return _within(" ".join(tidy(subject).split()), MAX_SUBJECT, "subject")


def taken_message(message: str) -> str:
    """A pasted message, "" if there is none."""
    return _within(tidy(message), MAX_MESSAGE, "message")


def _within(text: str, limit: int, field: str) -> str:
    if len(text) > limit:
        said = _("At most %(limit)d characters; these are %(length)d.")
        raise _refused(field, "too_long", said % {"limit": limit, "length": len(text)})
    return text


def _refused(field: str, code: str, message: object) -> InvalidInput:
    return InvalidInput(errors=[FieldError(field, code, message)])  # type: ignore[arg-type]
