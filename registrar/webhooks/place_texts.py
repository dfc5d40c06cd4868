"""Why an address is refused, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACE_TEXTS: dict[str, str | Promise] = {
    "invalid": _("Write a whole address, such as https://example.com/hooks."),
    "too_long": _("The address is too long."),
    "credentials": _("Leave name and password out of the address: requests are signed instead."),
    "fragment": _("Leave out what begins with #: it is never sent."),
    "host": _("The host must be a full domain name or an IP address in its usual form."),
    "not_secure": _("Only https addresses are allowed."),
    "not_allowed": _("This address is not on the public internet, or its port is not allowed."),
}
