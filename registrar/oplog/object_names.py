"""How the objects of entries are called where the log keeps a code in their label. Apps register
theirs from AppConfig.ready(); all other labels stand as they were written."""

from .fields import Label, Say

_says: dict[str, Say] = {}


def register_object_name(object_type: str, say: Say) -> None:
    """`say` gets the stored label of an `object_type` and puts it into words."""
    _says[object_type] = say


def object_name(object_type: str, label: str) -> Label:
    say = _says.get(object_type)
    return say(label) if say else label
