"""What programs are told of pictures. Never what they show."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.fields import code, number
from registrar.events.making import event_type, from_entry

_type = partial(
    event_type, scope=Permission.MATERIALS_READ, example="mat_01k2h5zq3ye8n9t6m4x7r1c0vb"
)

MATERIAL_EVENTS = (
    _type(
        "material.uploaded",
        _("Picture uploaded"),
        _("A picture was taken in."),
        code("kind", _("What it is."), "identity_document"),
        code("format", _("Its file format."), "jpeg"),
        number("bytes", _("Its size in bytes."), 348_160),
        make_data=from_entry("kind", "format", "bytes"),
    ),
    _type(
        "material.read",
        _("What a picture says was read"),
        _("Nothing waits for its reading any more: the pre-check compares it with the form."),
    ),
    _type(
        "material.reading_given_up",
        _("Picture could not be read by the reader"),
        _("It can be submitted all the same; people read it then."),
    ),
)
