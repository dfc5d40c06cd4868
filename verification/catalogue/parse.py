"""Turn the catalogue's TOML tables into reasons, refusing what is incomplete."""

import re

from verification.catalogue.fields import Place, Table, one_of, strings, text
from verification.catalogue.findings import FINDING_CODES
from verification.catalogue.model import GROUPS, NEXT_STEPS, TARGETS, CatalogueError, Reason
from verification.catalogue.parse_steps import Shared, parse_guidance, parse_prepare

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


def parse_reason(table: Table, file: str, shared: Shared) -> Reason:
    """One reason, checked on its own; raises CatalogueError naming file and code."""
    code = table.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise CatalogueError(f"{file}: a reason's code is missing or malformed: {code!r}")
    place = Place(file, code)
    _expect_keys(table, place)
    return Reason(
        code=code,
        group=one_of(table["group"], GROUPS, place, "group"),
        next=one_of(table["next"], NEXT_STEPS, place, "next"),
        target=one_of(table["target"], TARGETS, place, "target"),
        messages=strings(table["messages"], place, "messages"),
        short_forms=strings(table.get("short_forms", []), place, "short_forms"),
        causes=_causes(table["causes"], place),
        title=text(table["title"], place, "title"),
        summary=text(table["summary"], place, "summary"),
        guidance=parse_guidance(table["guidance"], shared, place),
        prepare=parse_prepare(table["prepare"], shared, place),
        source=strings([table["source"]], place, "source")[0],
    )


def _expect_keys(table: Table, place: Place) -> None:
    missing = _REQUIRED - table.keys()
    unknown = table.keys() - _REQUIRED - _OPTIONAL
    if missing or unknown:
        raise place.error(f"missing keys {sorted(missing)}, unknown keys {sorted(unknown)}")


def _causes(values: object, place: Place) -> tuple[str, ...]:
    causes = strings(values, place, "causes")
    unknown = [cause for cause in causes if cause not in FINDING_CODES]
    if unknown or len(set(causes)) != len(causes):
        raise place.error(f"causes unknown or repeated: {unknown or causes}")
    return causes
