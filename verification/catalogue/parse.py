"""Turn the catalogue's TOML tables into reasons, refusing what is incomplete."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import (
    ACTORS,
    GROUPS,
    NEXT_STEPS,
    TARGETS,
    CatalogueError,
    Reason,
    Step,
    Text,
)

Table = Mapping[str, Any]

_CODE = re.compile(r"[a-z][a-z0-9_]+")
_REQUIRED = frozenset(
    {
        "code",
        "group",
        "next",
        "target",
        "messages",
        "causes",
        "prepare",
        "source",
        "title",
        "summary",
        "guidance",
    }
)
_OPTIONAL = frozenset({"short_forms"})


@dataclass(frozen=True, slots=True)
class Shared:
    """Steps and things to prepare that several reasons name by key."""

    steps: Mapping[str, Step]
    items: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Place:
    """Where we are in the data, for error messages."""

    file: str
    code: str

    def error(self, problem: str) -> CatalogueError:
        return CatalogueError(f"{self.file}: {self.code}: {problem}")


def parse_shared(document: Table, file: str) -> Shared:
    """The shared steps and items; raises CatalogueError."""
    steps = {
        key: _step(table, Place(file, f"step {key}"))
        for key, table in document.get("step", {}).items()
    }
    items = {
        key: _text(table, Place(file, f"item {key}"), "item")
        for key, table in document.get("item", {}).items()
    }
    return Shared(steps, items)


def parse_reason(table: Table, file: str, shared: Shared) -> Reason:
    """One reason, checked on its own; raises CatalogueError naming file and code."""
    code = table.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise CatalogueError(f"{file}: a reason's code is missing or malformed: {code!r}")
    place = Place(file, code)
    _expect_keys(table, place)
    return Reason(
        code=code,
        group=_one_of(table["group"], GROUPS, place, "group"),
        next=_one_of(table["next"], NEXT_STEPS, place, "next"),
        target=_one_of(table["target"], TARGETS, place, "target"),
        messages=_strings(table["messages"], place, "messages"),
        short_forms=_strings(table.get("short_forms", []), place, "short_forms"),
        causes=_causes(table["causes"], place),
        title=_text(table["title"], place, "title"),
        summary=_text(table["summary"], place, "summary"),
        guidance=_guidance(table["guidance"], shared, place),
        prepare=_prepare(table["prepare"], shared, place),
        source=_strings([table["source"]], place, "source")[0],
    )


def _expect_keys(table: Table, place: Place) -> None:
    missing = _REQUIRED - table.keys()
    unknown = table.keys() - _REQUIRED - _OPTIONAL
    if missing or unknown:
        raise place.error(f"missing keys {sorted(missing)}, unknown keys {sorted(unknown)}")


# Any: the caller's Literal type is what `allowed` lists.
def _one_of(value: object, allowed: Collection[str], place: Place, name: str) -> Any:
    if value not in allowed:
        raise place.error(f"{name} {value!r} is none of {sorted(allowed)}")
    return value


def _strings(values: object, place: Place, name: str) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise place.error(f"{name} is not a list")
    for value in values:
        if not isinstance(value, str) or not value.strip():
            raise place.error(f"{name} holds an empty or non-text value")
    return tuple(values)


def _causes(values: object, place: Place) -> tuple[str, ...]:
    causes = _strings(values, place, "causes")
    unknown = [cause for cause in causes if cause not in FINDING_CODES]
    if unknown or len(set(causes)) != len(causes):
        raise place.error(f"causes unknown or repeated: {unknown or causes}")
    return causes


def _text(table: object, place: Place, name: str) -> Text:
    if not isinstance(table, Mapping) or table.keys() != {"zh", "en"}:
        raise place.error(f"{name} needs zh and en, and nothing else")
    zh, en = _strings([table["zh"], table["en"]], place, name)
    return Text(zh, en)


def _step(table: Table, place: Place) -> Step:
    wording = {key: value for key, value in table.items() if key != "who"}
    who = _one_of(table.get("who"), ACTORS, place, "who")
    return Step(who, _text(wording, place, "step"))


def _guidance(tables: object, shared: Shared, place: Place) -> tuple[Step, ...]:
    if not isinstance(tables, list) or not tables:
        raise place.error("guidance has no step")
    return tuple(_own_or_shared(table, shared, place) for table in tables)


def _own_or_shared(table: Table, shared: Shared, place: Place) -> Step:
    if "use" not in table:
        return _step(table, place)
    if table.keys() != {"use"} or table["use"] not in shared.steps:
        raise place.error(f"no shared step {table['use']!r}, or more keys beside it")
    return shared.steps[table["use"]]


def _prepare(keys: object, shared: Shared, place: Place) -> tuple[Text, ...]:
    names = _strings(keys, place, "prepare")
    unknown = [name for name in names if name not in shared.items]
    if unknown:
        raise place.error(f"prepare names unknown items {unknown}")
    return tuple(shared.items[name] for name in names)
