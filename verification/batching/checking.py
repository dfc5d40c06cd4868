"""What can be told of thousands of submissions at once, in three queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from domains.names import NotAName, to_ascii
from domains.selectors.domains import held_domains
from registrar.batches.checking import shape_each, told_of
from registrar.batches.kinds import Checked, Refused
from registrar.errors import FieldError, InvalidInput, NotFound, ServiceError
from registrar.tenancy.lookups import find_all_by_public_id
from templates_app.models import InfoTemplate
from templates_app.selectors import living_templates
from verification.api.serializers import VerificationInput
from verification.api.subjects import ONE_OF_TWO, SUBJECTS, exactly_one
from verification.models import Material
from verification.models.material import MaterialState

_Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Known:
    domains: frozenset[str]
    templates: Mapping[str, InfoTemplate]
    materials: Mapping[str, Material]


def check_submissions(given: Sequence[_Given]) -> list[Checked | Refused]:
    """Form, names and ids; what is in the pictures, and whether the template or domain may go in
    now, is asked when it is the item's turn."""
    shaped = shape_each(VerificationInput(), given)
    known = _known([one for one in shaped if not isinstance(one, InvalidInput)])
    return [_check(item, one, known) for item, one in zip(given, shaped, strict=True)]


def _check(item: _Given, shaped: _Given | InvalidInput, known: _Known) -> Checked | Refused:
    told = told_of(item, SUBJECTS)
    if isinstance(shaped, InvalidInput):
        return Refused(shaped, told)
    try:
        key = _key(shaped, known)
    except ServiceError as refusal:
        return Refused(refusal, told)
    return Checked(key, told, shaped)


def _key(asked: _Given, known: _Known) -> str:
    """What its verification is about; InvalidInput names what isn't there."""
    name = exactly_one(asked, SUBJECTS, ONE_OF_TWO)
    text = asked[name] if name == "template" else _ascii(asked[name])
    found = text in (known.templates if name == "template" else known.domains)
    missing = [] if found else [name]
    missing += [
        f"materials.{position}"
        for position, material in enumerate(asked["materials"])
        if material not in known.materials
    ]
    if missing:
        raise InvalidInput(
            errors=[FieldError(field, "not_found", NotFound.message) for field in missing]
        )
    return f"{name}:{text}"


def _known(asked: Sequence[_Given]) -> _Known:
    names = {_ascii(one["domain"]) for one in asked if "domain" in one}
    templates: QuerySet[InfoTemplate] = living_templates().only("uid")
    materials: QuerySet[Material] = Material.objects.filter(state=MaterialState.READY).only("uid")
    return _Known(
        frozenset(held_domains().filter(name__in=names).values_list("name", flat=True)),
        find_all_by_public_id(templates, (one["template"] for one in asked if "template" in one)),
        find_all_by_public_id(materials, _materials_of(asked)),
    )


def _materials_of(asked: Sequence[_Given]) -> Iterable[str]:
    return (material for one in asked for material in one["materials"])


def _ascii(text: str) -> str:
    try:
        return to_ascii(text)
    except NotAName:
        return ""
