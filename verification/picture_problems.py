"""What became of a picture itself: nobody could read it, or it can't be made fit to be sent."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from templates_app.rules.problems import Problem
from verification.repairing.changes import Change

_FIELD = "materials"
# Why nothing could be made, where the maker itself broke down and gave no answer.
BROKE_DOWN = "image_unreadable"
_NOT_READ = _(
    "We could not look at a picture. Check it yourself: in colour, complete, sharp, and the same"
    " name and number as typed."
)
_NOT_MADE = _(
    "We could not turn a picture into one that the authority takes and that can still be read."
    " Take it again, or save it as a smaller JPG."
)
_NOT_IN_TIME = _(
    "We could not convert a picture in time. Try again in a few minutes, or save it as a smaller"
    " JPG."
)


def not_read() -> Problem:
    return Problem("image_unreadable", "warn", _NOT_READ, field=_FIELD)


def not_made(code: str) -> Problem:
    """`code` is the finding that says why."""
    return Problem(code, "block", _NOT_MADE, field=_FIELD)


def not_made_in_time(changes: Collection[Change]) -> Problem:
    """Nobody came to make these `changes`, without which the authority refuses the picture."""
    code = BROKE_DOWN
    if Change.SIZE in changes:
        code = "image_too_large"
    elif Change.FORMAT in changes:
        code = "image_format_unsupported"
    return Problem(code, "block", _NOT_IN_TIME, field=_FIELD)
