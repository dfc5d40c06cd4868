"""Moving a state field from a service: an illegal move is a conflict, never a 500."""

from collections.abc import Callable

from django_fsm import TransitionNotAllowed

from registrar.errors import StateConflict


def move(transition: Callable[[], None]) -> None:
    """Call a transition of a locked row; StateConflict when its state does not allow it."""
    try:
        transition()
    except TransitionNotAllowed:
        raise StateConflict from None
