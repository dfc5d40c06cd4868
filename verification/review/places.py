"""A decision's reasons with where they were seen, in words (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from verification.catalogue.model import Language
from verification.field_names import FIELD_NAMES

from .titles import reason_titles


@dataclass(frozen=True, slots=True)
class SaidReason:
    """`places`: "Picture 2", "Holder"; empty where none was named."""

    code: str
    title: str
    places: tuple[str, ...] = ()


def said_reasons(
    places: Iterable[Mapping[str, Any]], language: Language, pictures: Mapping[str, int]
) -> tuple[SaidReason, ...]:
    """Each reason once. `places` as Submission.reason_places; `pictures`: their numbers by
    public id, without which "a picture" is said."""
    found: dict[str, list[str]] = {}
    for place in places:
        seen = found.setdefault(str(place.get("code", "")), [])
        for said in (_picture(place, pictures), _field(place)):
            if said and said not in seen:
                seen.append(said)
    titles = reason_titles(found, language)
    return tuple(
        SaidReason(code, title, tuple(found[code]))
        for code, title in zip(found, titles, strict=True)
    )


def _picture(place: Mapping[str, Any], pictures: Mapping[str, int]) -> str:
    public_id = place.get("picture") or ""
    if not public_id:
        return ""
    number = pictures.get(str(public_id))
    return _("Picture %(number)s") % {"number": number} if number else _("A picture")


def _field(place: Mapping[str, Any]) -> str:
    name = str(place.get("field") or "")
    return str(FIELD_NAMES.get(name, name))
