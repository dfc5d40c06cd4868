"""The events of API keys, which lie below this app. Never a key's text, nor where it was used."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.oplog.models import LogEntry

from .event_type import Data
from .fields import codes, moment
from .making import changed_fields, event_type, from_entry

_type = partial(event_type, scope=Permission.KEYS_READ, example="key_01k2h5zq3ye8n9t6m4x7r1c0vb")
_SCOPES = codes("scopes", _("What the key may do."), ["domains:read", "events:read"])
_EXPIRES = moment("expires_at", _("When it expires; missing: never."), always=False)


def _key(entry: LogEntry, _about: Any) -> Data:
    facts = entry.after or entry.before
    told = {name: facts.get(name) for name in ("scopes", "expires_at")}
    return {name: value for name, value in told.items() if value is not None}


KEY_EVENTS = (
    _type(
        "api_key.created",
        _("API key created"),
        _("Somebody has made a key."),
        _SCOPES,
        _EXPIRES,
        make_data=_key,
    ),
    _type(
        "api_key.changed",
        _("API key changed"),
        _("What it may do, from where or for how long, is another; or its name is."),
        codes("changed", _("The fields that have changed."), ["scopes"]),
        make_data=changed_fields,
    ),
    _type(
        "api_key.rotated",
        _("API key rotated"),
        _("It has a new text. Programs that hold the old one have to change over."),
        moment("former_ends_at", _("How long the old text works; missing: no more."), always=False),
        make_data=from_entry("former_ends_at"),
    ),
    _type(
        "api_key.former_ended",
        _("Old secret of an API key ended"),
        _("Of a rotated key only the new text works."),
    ),
    _type(
        "api_key.used_elsewhere",
        _("API key used from an address that is not allowed"),
        _("The call was refused. Somebody may have got hold of the key."),
    ),
    _type(
        "api_key.revoked",
        _("API key revoked"),
        _("The key has stopped working."),
        _SCOPES,
        _EXPIRES,
        make_data=_key,
    ),
)
