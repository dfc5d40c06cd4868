"""How step-up codes reach people. settings.STEP_UP_SENDER names the class that is used."""

from typing import Protocol

from django.conf import settings
from django.core.mail import send_mail
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _


class Sender(Protocol):
    """Delivers `text` to the phone (E.164, or "" where none is known) or the e-mail address.

    Called outside of any transaction. Raises, whatever the exception, when the text was not
    taken for delivery; the person may then ask again at once.
    """

    def send_code(self, *, phone: str, email: str, text: str) -> None: ...


class MailSender:
    """By e-mail, whether or not there is a phone: for installations without a text service."""

    def send_code(self, *, phone: str, email: str, text: str) -> None:
        send_mail(_("Your verification code"), text, settings.DEFAULT_FROM_EMAIL, [email])


def current_sender() -> Sender:
    sender: Sender = import_string(settings.STEP_UP_SENDER)()
    return sender
