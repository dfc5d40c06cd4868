"""Where a support request stands, and who speaks in it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _


class RequestState(models.TextChoices):
    OPEN = "open", _("Waiting for support")
    WAITING_FOR_USER = "waiting_for_user", _("Waiting for the customer")
    CLOSED = "closed", _("Closed")


class AuthorKind(models.TextChoices):
    USER = "user", _("Customer")
    STAFF = "staff", _("Registrar staff")
    SYSTEM = "system", _("System")


STATE_TONES: Mapping[str, str] = MappingProxyType(
    {
        RequestState.OPEN: "info",
        RequestState.WAITING_FOR_USER: "warn",
        RequestState.CLOSED: "muted",
    }
)
# What a customer is told, where it differs from what staff read.
CUSTOMER_STATES: Mapping[str, object] = MappingProxyType(
    {
        RequestState.OPEN: _("With support"),
        RequestState.WAITING_FOR_USER: _("Answered"),
        RequestState.CLOSED: RequestState.CLOSED.label,
    }
)
