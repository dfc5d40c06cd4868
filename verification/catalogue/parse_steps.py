"""Turn tables into steps, with the pages they lead to and the samples they show."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from verification.catalogue.fields import Place, Table, one_of, strings, text
from verification.catalogue.model import (
    ACTORS,
    LINK_KEYS,
    LinkKey,
    Picture,
    Step,
    Text,
    WebLink,
)

# No quotes, brackets, spaces or user names: what pages can show as a link as it is.
_HTTPS = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(?:/[\w./?=&%~-]*)?", re.ASCII)
_FILE = re.compile(r"[a-z0-9-]+\.svg")
_EXTRAS = frozenset({"link", "picture"})


@dataclass(frozen=True, slots=True)
class Shared:
    """Steps and things to prepare that several reasons name by key, and the sample pictures."""

    steps: Mapping[str, Step]
    items: Mapping[str, Text]
    pictures: Mapping[str, Picture]


def parse_pictures(document: Table, file: str) -> Mapping[str, Picture]:
    """The sample pictures by key; raises CatalogueError. Whether the files exist is not asked."""
    return {
        key: _picture(key, table, Place(file, f"picture {key}"))
        for key, table in document.get("picture", {}).items()
    }


def parse_shared(document: Table, file: str, pictures: Mapping[str, Picture]) -> Shared:
    """The shared steps and items; raises CatalogueError."""
    steps = {
        key: _step(table, pictures, Place(file, f"step {key}"))
        for key, table in document.get("step", {}).items()
    }
    items = {
        key: text(table, Place(file, f"item {key}"), "item")
        for key, table in document.get("item", {}).items()
    }
    return Shared(steps, items, pictures)


def parse_guidance(tables: object, shared: Shared, place: Place) -> tuple[Step, ...]:
    """A reason's steps, its own and shared ones; at least one."""
    if not isinstance(tables, list) or not tables:
        raise place.error("guidance has no step")
    return tuple(_own_or_shared(table, shared, place) for table in tables)


def parse_prepare(keys: object, shared: Shared, place: Place) -> tuple[Text, ...]:
    """What to have at hand, named by key."""
    names = strings(keys, place, "prepare")
    unknown = [name for name in names if name not in shared.items]
    if unknown:
        raise place.error(f"prepare names unknown items {unknown}")
    return tuple(shared.items[name] for name in names)


def _own_or_shared(table: Table, shared: Shared, place: Place) -> Step:
    if "use" not in table:
        return _step(table, shared.pictures, place)
    if table.keys() - _EXTRAS != {"use"} or table["use"] not in shared.steps:
        raise place.error(f"no shared step {table['use']!r}, or more keys beside it")
    return replace(shared.steps[table["use"]], **_extras(table, shared.pictures, place))


def _step(table: Table, pictures: Mapping[str, Picture], place: Place) -> Step:
    wording = {k: v for k, v in table.items() if k != "who" and k not in _EXTRAS}
    who = one_of(table.get("who"), ACTORS, place, "who")
    return Step(who, text(wording, place, "step"), **_extras(table, pictures, place))


def _extras(table: Table, pictures: Mapping[str, Picture], place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "link" in table:
        found["link"] = _link(table["link"], place)
    if "picture" in table:
        found["picture"] = pictures[one_of(table["picture"], pictures, place, "picture")]
    return found


def _link(value: object, place: Place) -> LinkKey | WebLink:
    if not isinstance(value, Mapping):
        key: LinkKey = one_of(value, LINK_KEYS, place, "link")
        return key
    url = value.get("url")
    if not isinstance(url, str) or not _HTTPS.fullmatch(url):
        raise place.error(f"link is no https address: {url!r}")
    return WebLink(url, text({k: v for k, v in value.items() if k != "url"}, place, "link"))


def _picture(key: str, table: object, place: Place) -> Picture:
    if not isinstance(table, Mapping) or table.keys() != {"file", "zh", "en"}:
        raise place.error("needs file, zh and en, and nothing else")
    file = table["file"]
    if not isinstance(file, str) or not _FILE.fullmatch(file):
        raise place.error(f"no plain name of an SVG file: {file!r}")
    return Picture(key, file, text({"zh": table["zh"], "en": table["en"]}, place, "picture"))
