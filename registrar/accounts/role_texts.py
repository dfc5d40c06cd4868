"""What each role allows, in words: registrar.accounts.permissions holds the rules."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .permissions import Role

ROLE_TEXTS: dict[str, str | Promise] = {
    Role.OWNER: _("Everything, owners and the account's name included."),
    Role.MANAGER: _("All daily work, and members and API keys."),
    Role.OPERATOR: _("All daily work: domains, info templates, verifications, operations."),
    Role.VIEWER: _("Look only, without document pictures and the operation log."),
}
