"""Whether an event's data keep to what its type says."""

import re


def assert_fits(kind, data):
    """The little of JSON schema that events use; formats are looked at, too."""
    schema = kind.schema
    assert set(data) <= set(schema["properties"]), kind.name
    assert set(schema["required"]) <= set(data), kind.name
    for name, value in data.items():
        assert_value_fits(schema["properties"][name], value, f"{kind.name}: {name}")


_FORMATS = {"date": r"\d{4}-\d\d-\d\d", "date-time": r"\d{4}-\d\d-\d\dT\S+(Z|[+-]\d\d:\d\d)"}


def assert_value_fits(schema, value, where):
    kinds = {"string": str, "integer": int, "array": list}
    assert type(value) is kinds[schema["type"]], where
    assert value in schema.get("enum", [value]), where
    if "format" in schema:
        assert re.fullmatch(_FORMATS[schema["format"]], value), where
    for part in value if schema["type"] == "array" else ():
        assert_value_fits(schema["items"], part, where)
