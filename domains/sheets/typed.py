"""A row of somebody's file as what it wants of a domain (pure)."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from domains.rules.tags import clean_tags
from registrar.errors import FieldError, InvalidInput
from registrar.sheets.choices import flag_of
from registrar.sheets.kinds import Values

_BETWEEN = re.compile(r"[,，;；、\n]")
_NONE = "-"
_YES_OR_NO = _("yes or no is expected.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """None, or "" for the template, leaves a thing as it is."""

    tags: list[str] | None
    auto_renew: bool | None
    template: str


def wanted_of(values: Values) -> Wanted:
    """What the row asks for; empty cells ask for nothing. InvalidInput names what is wrong."""
    errors: list[FieldError] = []
    tags = None
    try:
        tags = _tags(values.get("tags", "").strip())
    except InvalidInput as refused:
        errors += refused.errors
    typed = values.get("auto_renew", "").strip()
    flag = flag_of(typed) if typed else None
    if typed and flag is None:
        errors.append(FieldError("auto_renew", "invalid", _YES_OR_NO))
    if errors:
        raise InvalidInput(errors=errors)
    return Wanted(tags, flag, values.get("template", "").strip())


def _tags(typed: str) -> list[str] | None:
    if not typed:
        return None
    return [] if typed == _NONE else clean_tags(_BETWEEN.split(typed))
