"""Step-up codes: six random digits, kept as a keyed hash."""

import secrets
import unicodedata
import uuid

from django.utils.crypto import constant_time_compare, salted_hmac

_DIGITS = 6
_SALT = "registrar.accounts.codes"


def make_code() -> str:
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"


def hash_code(code: str, challenge: uuid.UUID) -> str:
    """Keyed with SECRET_KEY and bound to its challenge: a million codes are soon tried."""
    return salted_hmac(_SALT, f"{challenge}:{code}", algorithm="sha256").hexdigest()


def code_matches(typed: str, code_hash: str, challenge: uuid.UUID) -> bool:
    """Constant-time; full-width digits and spaces inside are forgiven."""
    plain = "".join(unicodedata.normalize("NFKC", typed).split())
    return constant_time_compare(hash_code(plain, challenge), code_hash)
