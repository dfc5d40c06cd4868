"""What doesn't belong in log lines: addresses that open something by themselves, and what people
search for, which may be a holder's name or a message with one in it."""

import logging
import re
from typing import Any

# Invitations (also later ones with a secret in the address) and password resets.
_SECRET = re.compile(r"(/(?:invitations|password-reset/[^/\s]+)/)[^/\s]{12,}")
_QUERY = re.compile(r"\?\S+")


def without_secrets(line: str) -> str:
    """`GET /invitations/***/`: the secret part of an address starred."""
    return _SECRET.sub(r"\1***", line)


def scrub_log_line(*, log_kwargs: dict[str, Any], **_signal: Any) -> None:
    """Receiver for django-structlog's signals about requests: changes the line before it goes."""
    if "request" in log_kwargs:
        line = without_secrets(str(log_kwargs["request"]))
        log_kwargs["request"] = _QUERY.sub("?***", line)


class WithoutSecrets(logging.Filter):
    """Django names the address of every refused request by itself, of a wrong link too."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass, its texts scrubbed."""
        if isinstance(record.msg, str):
            record.msg = without_secrets(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(
                without_secrets(part) if isinstance(part, str) else part for part in record.args
            )
        return True
