"""What the fields that this app writes into the operation log are called."""

from django.utils.translation import gettext_lazy as _

from registrar.oplog.fields import LoggedField, as_moment, one_of, register_fields

from .permissions import Role
from .purposes import Purpose
from .review_levels import ReviewLevel
from .scope_texts import SCOPE_TEXTS

_ROLE = LoggedField(_("Role"), one_of(Role.choices))
_EMAIL = LoggedField(_("E-mail"))
_NAME = LoggedField(_("Name"))

FIELDS = {
    "account": {
        "name": _NAME,
        "review_level": LoggedField(_("First review"), one_of(ReviewLevel.choices)),
        "four_eyes": LoggedField(_("Four eyes")),
    },
    "api_key": {
        "name": _NAME,
        "prefix": LoggedField(_("Beginning of the key")),
        "scopes": LoggedField(_("Scopes"), one_of((p.value, t) for p, t in SCOPE_TEXTS.items())),
        "networks": LoggedField(_("Allowed networks")),
        "expires_at": LoggedField(_("Ends"), as_moment),
        "former_prefix": LoggedField(_("Beginning of the old key")),
        "former_ends_at": LoggedField(_("Old secret works until"), as_moment),
    },
    "invitation": {"role": _ROLE, "email": _EMAIL},
    "member": {
        "role": _ROLE,
        "email": _EMAIL,
        "name": _NAME,
        "phone": LoggedField(_("Mobile phone")),
    },
    "step_up": {
        "purpose": LoggedField(_("Code for"), one_of(Purpose.choices)),
        "to": LoggedField(_("Sent to")),
    },
}


def name_fields() -> None:
    for object_type, fields in FIELDS.items():
        register_fields(object_type, fields)
