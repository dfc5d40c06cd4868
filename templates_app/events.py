"""What programs are told of info templates."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.events.event_type import EventField, EventType, Words
from registrar.events.fields import code, codes, number, public_id
from registrar.events.making import changed_fields, event_type, from_entry
from templates_app.models import HolderType
from templates_app.states import DisabledReason, TemplateState

_ID = "tpl_01k2h5zq3ye8n9t6m4x7r1c0vb"
_type = partial(event_type, scope=Permission.TEMPLATES_READ, example=_ID)
_state = partial(code, values=TemplateState.values)
_HOLDER = code(
    "holder_type", _("A person or an organisation."), HolderType.ORGANIZATION, HolderType.values
)
_VERSION = number("version", _("Its version, from 1."), 2)


def _moved(
    verb: str,
    title: Words,
    description: Words,
    was: str,
    now: str,
    *more: EventField,
    make_data: Any = None,
) -> EventType:
    return _type(
        f"template.{verb}",
        title,
        description,
        _state("state", _("State now."), now),
        _state("previous_state", _("State before."), was),
        *more,
        make_data=make_data or from_entry("state"),
    )


EVENTS = (
    _type(
        "template.created",
        _("Info template created"),
        _("It is not verified yet."),
        _HOLDER,
        _VERSION,
        make_data=from_entry("holder_type", "version"),
    ),
    _type(
        "template.version_created",
        _("New version of an info template"),
        _("A template with other data, which takes the place of an earlier one."),
        _HOLDER,
        _VERSION,
        public_id("previous", _("The template that it was made of."), _ID),
        make_data=from_entry("holder_type", "version", "previous"),
    ),
    _type(
        "template.edited",
        _("Info template edited"),
        _("Some of its data were changed."),
        codes("changed", _("The fields that have changed."), ["address_zh", "postcode"]),
        make_data=changed_fields,
    ),
    _type(
        "template.deleted",
        _("Info template deleted"),
        _("It is not there any more."),
        _state("previous_state", _("State before."), "unverified"),
        make_data=from_entry("state"),
    ),
    _moved(
        "disabled",
        _("Info template disabled"),
        _("It can't be used any more. Domains that use it keep it."),
        "verified",
        "disabled",
        code("disabled_reason", _("Why."), DisabledReason.RETIRED, DisabledReason.values),
        make_data=from_entry("state", "disabled_reason"),
    ),
    _moved(
        "review_entered",
        _("Info template entered review"),
        _("Materials were submitted for its holder."),
        "unverified",
        "in_review",
    ),
    _moved(
        "review_left",
        _("Info template left review"),
        _("The verification was withdrawn."),
        "in_review",
        "unverified",
    ),
    _moved(
        "review_resumed",
        _("Info template back in review"),
        _("A reviewer has taken a failure back."),
        "failed",
        "in_review",
    ),
    _moved(
        "verified",
        _("Info template verified"),
        _("Domains can be registered with it and move to it."),
        "in_review",
        "verified",
    ),
    _moved(
        "failed",
        _("Info template failed verification"),
        _("The event of the verification itself names the reasons."),
        "in_review",
        "failed",
    ),
)

_LOOK = "a look at what is there; nothing changes"
SILENT = {"template.exported": _LOOK, "template.number_revealed": _LOOK}
