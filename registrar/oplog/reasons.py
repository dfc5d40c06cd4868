"""What reasons that code gave are called; people's own reasons stand as they typed them."""

from collections.abc import Mapping

from django.utils.functional import Promise

Label = str | Promise

_labels: dict[str, Label] = {}


def register_reasons(labels: Mapping[str, Label]) -> None:
    """Name reasons that code writes into entries; call from AppConfig.ready()."""
    _labels.update(labels)


def reason_label(reason: str) -> Label:
    """The name of a reason; the reason itself where nobody named it."""
    return _labels.get(reason, reason)
