"""What each scope allows, in words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .permissions import Permission

SCOPE_TEXTS: dict[Permission, str | Promise] = {
    Permission.TEMPLATES_READ: _("Read info templates"),
    Permission.TEMPLATES_WRITE: _("Create and change info templates"),
    Permission.MATERIALS_READ: _("Read materials"),
    Permission.MATERIALS_WRITE: _("Upload materials"),
    Permission.VERIFICATIONS_READ: _("Read verifications"),
    Permission.VERIFICATIONS_WRITE: _("Submit and withdraw verifications"),
    Permission.SUPPORT_READ: _("Read support requests"),
    Permission.SUPPORT_WRITE: _("Open support requests and write in them"),
    Permission.DOMAINS_READ: _("Read domains"),
    Permission.DOMAINS_WRITE: _("Change domains"),
    Permission.OPERATIONS_READ: _("Read operations"),
    Permission.OPERATIONS_WRITE: _("Start and cancel operations"),
    Permission.LOGS_READ: _("Read the operation log"),
    Permission.IMPORTS_WRITE: _("Import domains and info templates from files"),
    Permission.EXPORTS_READ: _("Export lists as files"),
    Permission.EVENTS_READ: _("Read events"),
    Permission.WEBHOOKS_READ: _("Read webhooks and their deliveries"),
    Permission.WEBHOOKS_WRITE: _("Set up webhooks and send deliveries again"),
    Permission.MEMBERS_READ: _("Read members and invitations"),
    Permission.MEMBERS_MANAGE: _("Invite, change and remove members"),
    Permission.KEYS_READ: _("Read API keys, without their secrets"),
    Permission.KEYS_MANAGE: _("Make, change, rotate and revoke API keys"),
    Permission.ACCOUNT_MANAGE: _("Rename the account"),
    Permission.SENSITIVE: _("Sensitive operations without a verification code"),
}


def scope_names(scopes: Iterable[str]) -> list[tuple[str, str | Promise]]:
    """Scopes of a key with what they allow, in the order of the table; last, and by itself, a
    scope that has gone out of use."""
    held = set(scopes)
    names: list[tuple[str, str | Promise]] = [
        (scope.value, text) for scope, text in SCOPE_TEXTS.items() if scope.value in held
    ]
    return names + [(scope, scope) for scope in sorted(held - {name for name, _text in names})]
