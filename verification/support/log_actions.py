"""What support writes into the operation log. Never what was written in a request."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "support.opened": _("Support request opened"),
    "support.replied": _("Written to support"),
    "support.answered": _("Support has answered"),
    "support.noted": _("Support request worked on"),
    "support.assigned": _("Support request assigned"),
    "support.closed": _("Support request closed"),
    "support.reopened": _("Support request opened again"),
}
