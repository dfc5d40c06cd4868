"""What a rule has to say about one field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from types import MappingProxyType
from typing import Any, Literal

from django.utils.functional import Promise

Level = Literal["block", "warn", "info"]
Text = str | Promise

LEVELS: Mapping[str, Level] = MappingProxyType(
    {
        "address_incomplete": "warn",
        "contact_not_person": "block",
        "country_code_invalid": "block",
        "document_type_mismatch": "block",
        "document_type_not_allowed": "block",
        "field_characters_invalid": "block",
        "name_contains_space": "block",
        "name_fullwidth_brackets": "warn",
        "name_language_mismatch": "block",
        "name_translation_mismatch": "warn",
        "number_checksum": "block",
        "number_confusable": "warn",
        "number_contains_space": "block",
        "number_copy_suffix": "block",
        "number_length": "block",
        "number_not_halfwidth": "block",
        "number_wrong_field": "block",
        "region_code_unknown": "warn",
        "region_mismatch": "warn",
        "restricted_word": "block",
        "subject_restricted": "block",
        # What only a form can get wrong; an authority never answers with these.
        "email_invalid": "block",
        "field_required": "block",
        "field_too_long": "block",
        "phone_invalid": "block",
        "postcode_invalid": "block",
    }
)


@dataclass(frozen=True)
class Problem:
    """One thing that is, or may be, wrong.

    `code` is a stable API value. `message` is translated when it is shown.
    `evidence` holds JSON values only and never a whole document number, so
    that a problem may be logged or stored. Positions in it count from 1, in
    the text as `normalise_number` leaves it (numbers) or as typed (the rest).
    `field` names the template field; empty when a rule was asked alone.
    """

    code: str
    level: Level
    message: Text
    evidence: dict[str, Any] = dataclass_field(default_factory=dict)
    field: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the problem refuses a submission."""
        return self.level == "block"


def problem(code: str, message: Text, *, level: Level | None = None, **evidence: Any) -> Problem:
    """Make a problem at its code's own level, or at `level` where a rule is softer.

    Raises KeyError for a code that the table does not know.
    """
    return Problem(code=code, level=level or LEVELS[code], message=message, evidence=evidence)


def in_field(name: str, problems: Sequence[Problem]) -> list[Problem]:
    """The same problems, said of the field `name`."""
    return [replace(found, field=name) for found in problems]
