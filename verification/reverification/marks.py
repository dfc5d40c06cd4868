"""What to check after a failure, beside the field that it concerns (pure)."""

from collections.abc import Mapping, Sequence

from verification.failure_types import Cause, ExplainedReason

# Only the user knows: nothing to look for in the form until they have said so.
_ONLY_WHEN_SURE = frozenset({"special_profession", "hukou_in_transfer"})


def marks_by_field(reasons: Sequence[ExplainedReason]) -> Mapping[str, list[Cause]]:
    """Causes by field, each once: those that are confirmed, or else those not ruled out."""
    found: dict[str, dict[str, Cause]] = {}
    for reason in reasons:
        for cause in reason["causes"]:
            field = cause["field"]
            if field and _worth_a_look(cause):
                found.setdefault(field, {}).setdefault(cause["code"], cause)
    return {field: _worst(list(causes.values())) for field, causes in found.items()}


def _worth_a_look(cause: Cause) -> bool:
    if cause["code"] in _ONLY_WHEN_SURE:
        return cause["verdict"] == "confirmed"
    return cause["verdict"] != "ruled_out"


def _worst(causes: list[Cause]) -> list[Cause]:
    """Of confirmed causes with one proof only the first, which says it most precisely."""
    confirmed: dict[str, Cause] = {}
    for cause in causes:
        if cause["verdict"] == "confirmed":
            confirmed.setdefault(cause["evidence"], cause)
    return list(confirmed.values()) or causes
