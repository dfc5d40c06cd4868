"""What can go wrong with keys and sealed data. No message ever carries data or keys."""


class KeyringError(ValueError):
    """The keyring setting is unusable."""


class DecryptionError(Exception):
    """Sealed data doesn't open: wrong or missing key, wrong context, or changed bytes."""
