"""What this app writes into the operation log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "template.created": _("Info template created"),
    "template.deleted": _("Info template deleted"),
    "template.disabled": _("Info template disabled"),
    "template.edited": _("Info template edited"),
    "template.exported": _("Info templates exported"),
    "template.failed": _("Info template failed verification"),
    "template.number_revealed": _("Document number of an info template shown"),
    "template.review_entered": _("Info template entered review"),
    "template.review_left": _("Info template left review"),
    "template.review_resumed": _("Info template back in review"),
    "template.verified": _("Info template verified"),
    "template.version_created": _("New version of an info template"),
}
