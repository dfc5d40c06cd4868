"""What the database counted, summed up by reason and by finding. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

# What a submission failed of is told by whoever looked at it; a timeout tells nothing.
JUDGED = ("reviewer", "authority")
Causes = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Reasons:
    """By stage: how many failed, and how many of them for each reason (one may have several)."""

    failed: Mapping[str, int]
    by_code: Mapping[str, Counter[str]]


@dataclass(frozen=True, slots=True)
class Warned:
    """Failures with a known reason, and those that a confirmed warning had named the cause of."""

    failed: int
    warned: int


@dataclass(frozen=True, slots=True)
class CameTrue:
    """Of the ended submissions whose sender confirmed the warning `code`."""

    code: str
    confirmed: int
    failed: int
    came_true: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What was approved here and judged there."""

    judged: int
    failed: int


def reasons_by_stage(rows: Iterable[Mapping[str, Any]]) -> Reasons:
    """`rows` as selectors.outcomes gives them."""
    failed: Counter[str] = Counter()
    by_code: dict[str, Counter[str]] = {stage: Counter() for stage in JUDGED}
    for row in rows:
        if row["stage"] in JUDGED:
            failed[row["stage"]] += row["n"]
            _add(by_code[row["stage"]], row["reason_codes"], row["n"])
    return Reasons(failed, by_code)


def warned_of(rows: Iterable[Mapping[str, Any]], causes: Causes) -> dict[str, Warned]:
    """By stage, from selectors.outcomes; `causes` gives each reason's finding codes."""
    failed: Counter[str] = Counter()
    warned: Counter[str] = Counter()
    for row in rows:
        if row["stage"] not in JUDGED or not row["reason_codes"]:
            continue
        failed[row["stage"]] += row["n"]
        if causes_in(row["reason_codes"], causes) & set(row["confirmed_warnings"]):
            warned[row["stage"]] += row["n"]
    return {stage: Warned(failed[stage], warned[stage]) for stage in JUDGED}


def warnings_come_true(rows: Iterable[Mapping[str, Any]], causes: Causes) -> list[CameTrue]:
    """By confirmed warning, the most often confirmed first. A timeout judged nothing."""
    confirmed: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for row in rows:
        if row["stage"] not in ("", *JUDGED):
            continue
        _add(confirmed, row["confirmed_warnings"], row["n"])
        if row["stage"]:
            _add(failed, row["confirmed_warnings"], row["n"])
            named = causes_in(row["reason_codes"], causes)
            _add(true, named & set(row["confirmed_warnings"]), row["n"])
    ordered = sorted(confirmed.items(), key=lambda pair: (-pair[1], pair[0]))
    return [CameTrue(code, n, failed[code], true[code]) for code, n in ordered]


def disagreement(rows: Iterable[Mapping[str, Any]]) -> Disagreement:
    """Over all of selectors.approved_here."""
    judged = failed = 0
    for row in rows:
        judged += row["n"]
        failed += row["n"] if row["submission__stage"] else 0
    return Disagreement(judged, failed)


def disagreement_by_reason(rows: Iterable[Mapping[str, Any]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        if row["submission__stage"]:
            _add(found, row["submission__reason_codes"], row["n"])
    return found


def causes_in(codes: Iterable[str], causes: Causes) -> set[str]:
    """Finding codes that any of these reasons may come from; an unknown reason has none."""
    return {cause for code in codes for cause in causes.get(code, ())}


def top(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent first, in one order where they are equal."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _add(counts: Counter[str], codes: Iterable[str], n: int) -> None:
    for code in set(codes):
        counts[code] += n
