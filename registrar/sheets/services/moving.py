"""Moving a state from a service: an illegal move is a conflict, never a 500."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django_fsm import TransitionNotAllowed

from registrar.errors import StateConflict

_MOVED_ON = _("This import has moved on meanwhile. Look at it again.")


def move(transition: Callable[[], None]) -> None:
    """Call a transition of a locked row; StateConflict when its state does not allow it."""
    try:
        transition()
    except TransitionNotAllowed:
        raise StateConflict("import_state", _MOVED_ON) from None
