"""Addresses that open something by themselves don't belong in log lines."""

import logging
import re
from typing import Any

# Invitations (also later ones with a secret in the address) and password resets.
_SECRET = re.compile(r"(/(?:invitations|password-reset/[^/\s]+)/)[^/\s]{12,}")


def without_secrets(line: str) -> str:
    """`GET /invitations/***/`: the secret part of an address starred."""
    return _SECRET.sub(r"\1***", line)


def scrub_log_line(*, log_kwargs: dict[str, Any], **_signal: Any) -> None:
    """Receiver for django-structlog's signals about requests: changes the line before it goes."""
    if "request" in log_kwargs:
        log_kwargs["request"] = without_secrets(str(log_kwargs["request"]))


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
