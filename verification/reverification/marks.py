"""What to check after a failure, beside the field that it concerns (pure)."""

from collections.abc import Mapping, Sequence

from verification.failures import Cause, ExplainedReason

HOLDER = "holder_name"
CONTACT = "contact_name"
TYPE = "document_type"
NUMBER = "document_number"
PICTURES = "materials"

# Longest prefix first: a document's type is a field, its dates are seen in the picture.
_FIELDS: tuple[tuple[str, str], ...] = (
    ("document_type_", TYPE),
    ("document_", PICTURES),
    ("number_", NUMBER),
    ("region_code_", NUMBER),
    ("name_", HOLDER),
    ("contact_", CONTACT),
    ("image_", PICTURES),
    ("material_", PICTURES),
)


def field_of(code: str) -> str | None:
    """The form's field that a finding is about; None for what no field holds."""
    return next((field for prefix, field in _FIELDS if code.startswith(prefix)), None)


def marks_by_field(reasons: Sequence[ExplainedReason]) -> Mapping[str, list[Cause]]:
    """Causes by field, each once: those that are confirmed, or else those not ruled out."""
    found: dict[str, dict[str, Cause]] = {}
    for reason in reasons:
        for cause in reason["causes"]:
            field = field_of(cause["code"])
            if field and cause["verdict"] != "ruled_out":
                found.setdefault(field, {}).setdefault(cause["code"], cause)
    return {field: _worst(list(causes.values())) for field, causes in found.items()}


def _worst(causes: list[Cause]) -> list[Cause]:
    confirmed = [cause for cause in causes if cause["verdict"] == "confirmed"]
    return confirmed or causes
