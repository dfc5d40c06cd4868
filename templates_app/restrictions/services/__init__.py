"""The only writers of the lists. Each asks whether the actor keeps them, and adds to their
history."""

from .barring import bar_templates
from .entries import add_entry, edit_entry, remove_entry
from .importing import apply_import, receive_import

__all__ = [
    "add_entry",
    "apply_import",
    "bar_templates",
    "edit_entry",
    "receive_import",
    "remove_entry",
]
