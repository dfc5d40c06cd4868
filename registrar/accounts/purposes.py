"""What a step-up code can be asked for (seed 003, 身份认证: before a change of registrant)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """A proof counts for its own purpose only. Labels complete “Code for: …”."""

    CHANGE_REGISTRANT = "change_registrant", _("change of registrant")
    PUSH = "push", _("push to another account")
    TRANSFER_OUT = "transfer_out", _("transfer to another registrar")
    SET_LOCKS = "set_locks", _("removing a lock")
    DELETE = "delete", _("deletion of a domain")
    REVEAL_DOCUMENT_NUMBER = "reveal_document_number", _("showing a document number")
    SENSITIVE_KEY = "sensitive_key", _("API key for sensitive operations")
    CHANGE_PHONE = "change_phone", _("change of the mobile phone")
