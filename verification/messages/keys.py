"""What makes two unknown messages one."""

from hashlib import sha256

from verification.catalogue.normalise import fold, match_key

KEY_LENGTH = 500


def key_of(message: str) -> str:
    """The same for all dresses of one message; never empty for a text that shows something."""
    key = match_key(message) or fold(message) or message.strip()
    if len(key) <= KEY_LENGTH:
        return key
    return sha256(key.encode(errors="surrogatepass")).hexdigest()
