"""What the fields that findings and reasons are about are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verification.finding_fields import (
    ADDRESS,
    CONTACT,
    HOLDER,
    NUMBER,
    PHONE,
    PICTURES,
    REGION,
    TYPE,
)

FIELD_NAMES: Mapping[str, Promise] = {
    HOLDER: _("Holder"),
    TYPE: _("Document type"),
    NUMBER: _("Document number"),
    PICTURES: _("Pictures"),
    CONTACT: _("Contact"),
    PHONE: _("Phone"),
    ADDRESS: _("Address"),
    REGION: _("Province"),
}
