"""Keyrings for tests; keys are plain repetitions, easy to tell apart."""

import base64

from registrar.crypto import Keyring


def setting(current: str = "k1", **letters: str) -> dict:
    letters = letters or {"k1": "a"}
    return {
        "current": current,
        "keys": {
            name: base64.b64encode(letter.encode() * 32).decode()
            for name, letter in letters.items()
        },
    }


def ring(current: str = "k1", **letters: str) -> Keyring:
    return Keyring.parse(setting(current, **letters))
