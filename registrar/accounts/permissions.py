"""What each role may do, and what each API scope stands for: the one table."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """What services ask for. Values double as API scopes."""

    TEMPLATES_READ = "templates:read"
    TEMPLATES_WRITE = "templates:write"
    MATERIALS_READ = "materials:read"
    MATERIALS_WRITE = "materials:write"
    VERIFICATIONS_READ = "verifications:read"
    VERIFICATIONS_WRITE = "verifications:write"
    SUPPORT_READ = "support:read"
    SUPPORT_WRITE = "support:write"
    DOMAINS_READ = "domains:read"
    DOMAINS_WRITE = "domains:write"
    OPERATIONS_READ = "operations:read"
    OPERATIONS_WRITE = "operations:write"
    LOGS_READ = "logs:read"
    IMPORTS_WRITE = "imports:write"
    EXPORTS_READ = "exports:read"
    EVENTS_READ = "events:read"
    WEBHOOKS_READ = "webhooks:read"
    WEBHOOKS_WRITE = "webhooks:write"
    MEMBERS_READ = "members:read"
    MEMBERS_MANAGE = "members:manage"
    KEYS_READ = "keys:read"
    KEYS_MANAGE = "keys:manage"
    ACCOUNT_MANAGE = "account:manage"
    # Sensitive operations without a step-up code; for keys only, people enter the code.
    SENSITIVE = "sensitive"
    # Not a scope: only people manage owners.
    OWNERS_MANAGE = "owners:manage"


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    MANAGER = "manager", _("Manager")
    OPERATOR = "operator", _("Operator")
    VIEWER = "viewer", _("Viewer")


_READ = {p for p in Permission if p.value.endswith(":read")}
_WORK = {p for p in Permission if p.value.endswith(":write")} - {Permission.WEBHOOKS_WRITE}
# A webhook carries what happens in the account to an address outside, like a key.
_MANAGE = {Permission.MEMBERS_MANAGE, Permission.KEYS_MANAGE, Permission.WEBHOOKS_WRITE}
_OWN = {Permission.OWNERS_MANAGE, Permission.ACCOUNT_MANAGE}

# People prove a sensitive operation by a code; SENSITIVE is therefore nobody's by role.
ROLE_PERMISSIONS: dict[str, frozenset[str]] = {
    Role.OWNER: frozenset(_READ | _WORK | _MANAGE | _OWN),
    Role.MANAGER: frozenset(_READ | _WORK | _MANAGE),
    Role.OPERATOR: frozenset(_READ | _WORK),
    Role.VIEWER: frozenset(_READ - {Permission.LOGS_READ, Permission.MATERIALS_READ}),
}

SCOPES: tuple[str, ...] = tuple(p.value for p in Permission if p is not Permission.OWNERS_MANAGE)
