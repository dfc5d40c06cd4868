"""Mails of this app, in both languages: nobody knows which one the reader prefers."""

import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

# What a mail server that is down or refuses makes Django raise.
MAIL_ERRORS = (smtplib.SMTPException, OSError)


def send_invitation(*, email: str, account: str, inviter: str, address: str) -> None:
    """Send the link. One of MAIL_ERRORS when the server does not take it."""
    context = {"account": account, "inviter": inviter, "address": address}
    subject = render_to_string("accounts/mail/invitation_subject.txt", context)
    text = render_to_string("accounts/mail/invitation.txt", context)
    send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [email])
