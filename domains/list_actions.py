"""What can be done with many domains at once from their list. Upper apps register theirs from
AppConfig.ready()."""

from dataclasses import dataclass

from django.utils.functional import Promise

from registrar.tenancy.actor import Actor


@dataclass(frozen=True, slots=True)
class ListAction:
    """A button above the list. Its address takes a POST with `domain` for every checked row, or
    with `scope=filter` and the list's filter for all that match."""

    key: str
    label: str | Promise
    label_for_all: str | Promise
    url_name: str
    icon: str
    permission: str


_actions: dict[str, ListAction] = {}


def register_list_action(action: ListAction) -> None:
    """Add a button; ValueError if another one has its key."""
    if _actions.get(action.key, action) != action:
        raise ValueError(f"list action {action.key!r} is taken")
    _actions[action.key] = action


def list_actions_for(actor: Actor) -> list[ListAction]:
    """What `actor` may do, in the order of the keys."""
    found = sorted(_actions.values(), key=lambda action: action.key)
    return [action for action in found if actor.may(action.permission)]
