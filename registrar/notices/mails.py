"""The mail about notices, in both languages: nobody knows which one the reader prefers."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from .kinds import Topic
from .mailing import Parcel

# Domain names, counts and days; a mail that lists more is not read.
_LISTED = 20


def send_notices(parcel: Parcel) -> None:
    """Send one mail, outside of any transaction. Whatever the mail backend raises when the
    server does not take it (registrar.accounts.mails.MAIL_ERRORS)."""
    notices = parcel.notices
    rest = len(notices) - _LISTED
    context = {
        "account_name": parcel.account_name,
        "topic": Topic(notices[0].topic),
        "notices": notices[:_LISTED],
        "only": notices[0] if len(notices) == 1 else None,
        "count": len(notices),
        "rest": max(rest, 0),
        "list_address": _address(reverse("notices:list")) if _in_console(parcel) else "",
        "wishes_address": _address(reverse("notices:preferences")),
        "site": settings.CONSOLE_URL,
    }
    subject = render_to_string("notices/mail/notices_subject.txt", context)
    text = render_to_string("notices/mail/notices.txt", context)
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [parcel.email])


def _address(path: str) -> str:
    return f"{settings.CONSOLE_URL}{path}"


def _in_console(parcel: Parcel) -> bool:
    return any(notice.in_console for notice in parcel.notices)
