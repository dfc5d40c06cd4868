"""For commands that work on files alone: no database, no broker, no storage, throw-away keys."""

from registrar.embedded.keys import make_keys

from .base import *  # noqa: F403

_keys = make_keys()
SECRET_KEY = _keys["secret_key"]
FIELD_KEYRING = _keys["field_keyring"]
OPLOG_KEY = _keys["oplog_key"]
CONSOLE_URL = ""
DATABASES = {"default": {"ENGINE": "django.db.backends.dummy"}}
