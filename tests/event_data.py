"""Whether events keep to what their types say, whatever test brings them about."""

import re

import pytest

from registrar.events import recording
from registrar.events.catalogue import event_type_named

_KINDS = {"string": str, "integer": int, "array": list}
_FORMATS = {"date": r"\d{4}-\d\d-\d\d", "date-time": r"\d{4}-\d\d-\d\dT\S+(Z|[+-]\d\d:\d\d)"}
# Ids, names of domains, codes, times. No blank, no @, no Chinese: no name, address or e-mail.
_CODE = re.compile(r"[A-Za-z0-9_.:+-]+")
# And no document number or phone, whole or masked: these are not in ids.
_NUMBER = re.compile(r"\+?\d{7,}[\dXx]?")


@pytest.fixture(autouse=True)
def checked_events(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a package's conftest: every event that its tests bring about is looked at."""
    monkeypatch.setattr(recording, "_followers", [*recording._followers, check])


def check(events):
    for event in events:
        kind = event_type_named(event.type)
        assert_fits(kind, event.data)
        assert_impersonal(event.object_id)
        assert event.object_type == kind.object_type


def assert_fits(kind, data):
    """The little of JSON schema that events use; formats are looked at, too."""
    schema = kind.schema
    assert set(data) <= set(schema["properties"]), f"{kind.name}: {data}"
    assert set(schema["required"]) <= set(data), f"{kind.name}: {data}"
    for name, value in data.items():
        _assert_value_fits(schema["properties"][name], value, f"{kind.name}: {name}: {value!r}")


def assert_impersonal(text):
    assert _CODE.fullmatch(text), text
    assert not _NUMBER.fullmatch(text), text


def _assert_value_fits(schema, value, where):
    assert isinstance(value, _KINDS[schema["type"]]), where
    assert value in schema.get("enum", [value]), where
    if "format" in schema:
        assert re.fullmatch(_FORMATS[schema["format"]], value), where
    if isinstance(value, str):
        assert_impersonal(value)
    for part in value if isinstance(value, list) else ():
        _assert_value_fits(schema["items"], part, where)
