"""Why an attempt did not reach a receiver, or was not taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trouble(models.TextChoices):
    """Codes of attempts that came to nothing; NONE where the receiver has taken it."""

    NONE = "", _("none")
    STATUS = "status", _("answered with an error")
    REDIRECT = "redirect", _("answered with a redirect, which is not followed")
    NAME = "name", _("the name of the host was not found")
    ADDRESS = "address", _("the host lies at an address that is not allowed")
    REFUSED = "refused", _("no connection")
    TLS = "tls", _("no secure connection: the certificate is not valid for the host, or too old")
    TIMEOUT = "timeout", _("no answer in time")
    BROKEN_OFF = "broken_off", _("the connection broke off")
    GARBAGE = "garbage", _("the answer is not HTTP, or not whole")
    # No result was noted yet. Where the worker was lost none ever is, and it is sent again.
    UNDER_WAY = "under_way", _("no result is known")
