"""The registry behind the port: `registry()` is the adapter that the settings name."""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from .port import Registry


def registry() -> Registry:
    """The one registry that this installation talks to (settings.REGISTRY_ADAPTER)."""
    return _adapter(settings.REGISTRY_ADAPTER)


def uses_simulated_registry() -> bool:
    return ".simulated." in settings.REGISTRY_ADAPTER


@lru_cache(maxsize=4)
def _adapter(path: str) -> Registry:
    made: Registry = import_string(path)()
    return made
