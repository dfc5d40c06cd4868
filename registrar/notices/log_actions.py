"""What this app writes into the operation log."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, one_of

from .kinds import Topic

ACTIONS = {"notice.preferences_changed": _("Notice settings changed")}
# No event, and why.
SILENT = {"notice.preferences_changed": "one person's own choice of how to be told"}

_WAYS = one_of([("console", _("Console")), ("mail", _("Mail"))])
FIELDS = {topic.value: LoggedField(topic.label, _WAYS) for topic in Topic}
