"""What the demo sends: mails and codes become files that one page shows."""

import json
import secrets
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

_KEPT = 200


def put(*, channel: str, to: str, subject: str, body: str) -> None:
    """Keep one message; only the newest 200 stay."""
    folder = Path(settings.OUTBOX_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    message = {
        "channel": channel,
        "to": to,
        "subject": subject,
        "body": body,
        "at": time.time(),
    }
    name = f"{time.time_ns():020d}-{secrets.token_hex(4)}.json"
    partial = folder / f".{name}"
    partial.write_text(json.dumps(message, ensure_ascii=False), encoding="utf-8")
    partial.rename(folder / name)
    for old in sorted(folder.glob("*.json"))[:-_KEPT]:
        old.unlink(missing_ok=True)


def messages() -> list[dict[str, Any]]:
    """All kept messages, newest first."""
    folder = Path(settings.OUTBOX_DIR)
    found = sorted(folder.glob("*.json"), reverse=True) if folder.is_dir() else []
    return [json.loads(path.read_text(encoding="utf-8")) for path in found]


class OutboxMailBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for mail in email_messages:
            put(
                channel="mail",
                to=", ".join(mail.to),
                subject=str(mail.subject),
                body=str(mail.body),
            )
        return len(email_messages)


class OutboxSender:
    """A step-up sender (see registrar.accounts.senders) that writes to the outbox."""

    def send_code(self, *, phone: str, email: str, text: str) -> None:
        put(channel="sms", to=phone or email, subject="", body=text)
