"""What kinds of objects are called where their events are chosen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_TEXTS: dict[str, str | Promise] = {
    "account": _("Account"),
    "api_key": _("API keys"),
    "batch": _("Batches"),
    "domain": _("Domains"),
    "import": _("Imports"),
    "invitation": _("Invitations"),
    "material": _("Materials"),
    "member": _("Members"),
    "operation": _("Operations"),
    "reminder": _("Reminders"),
    "reverification_plan": _("Re-verification plans"),
    "support_request": _("Support requests"),
    "template": _("Info templates"),
    "verification": _("Verifications"),
    "webhook_endpoint": _("Webhooks"),
}


def family_text(object_type: str) -> str | Promise:
    """In words; the code of a kind that has none yet."""
    return _TEXTS.get(object_type, object_type)
