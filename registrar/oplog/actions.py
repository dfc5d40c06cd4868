"""What the actions of the log are called. Apps register theirs from AppConfig.ready()."""

from collections.abc import Mapping

from django.utils.functional import Promise

Label = str | Promise

_labels: dict[str, Label] = {}


def register_actions(labels: Mapping[str, Label]) -> None:
    """Name actions (`<object>.<verb in the past>`); ValueError when one has another name."""
    for action, label in labels.items():
        if _labels.get(action, label) != label:
            raise ValueError(f"action {action!r} is named already")
        _labels[action] = label


def is_named(action: str) -> bool:
    return action in _labels


def action_label(action: str) -> Label:
    """The name of an action; the action itself where nobody named it."""
    return _labels.get(action, action)


def known_actions() -> list[tuple[str, Label]]:
    """All named actions, by code, for the filter."""
    return sorted(_labels.items())
