"""The keyring that the settings name."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .errors import KeyringError
from .keys import Keyring

# The parsed keyring beside the setting it came from: replacing the setting, as tests
# do, is noticed without a signal.
_parsed: tuple[object, Keyring] | None = None


def get_keyring() -> Keyring:
    """Return the keyring of `settings.FIELD_KEYRING`, parsed once.

    Raises ImproperlyConfigured when the setting is missing or unusable.
    """
    global _parsed  # noqa: PLW0603 (a cache: a race parses twice, nothing worse)
    setting = getattr(settings, "FIELD_KEYRING", None)
    cached = _parsed
    if cached is not None and cached[0] is setting:
        return cached[1]
    try:
        keyring = Keyring.parse(setting)
    except KeyringError as error:
        raise ImproperlyConfigured(f"FIELD_KEYRING: {error}") from error
    _parsed = (setting, keyring)
    return keyring
