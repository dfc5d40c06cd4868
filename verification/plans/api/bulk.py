"""Changing many lines of a plan at once, and planning again what was refused."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample
from rest_framework import serializers

from domains.gating import reasons_of
from domains.names import NotAName, to_ascii
from registrar.api.bodies import StrictTextField
from registrar.blockers import Blocker
from registrar.errors import FieldError, InvalidInput
from verification.plans.models import Plan
from verification.plans.selectors import lines_of
from verification.plans.services.changing import Changed
from verification.plans.services.choosing import MAX_DOMAINS

from .bodies import LineInput
from .shapes import ReasonShape

_ONE_OF = _("Give either domains or group.")
_NO_LINE = _("The plan has no line for it.")
_MOST_ERRORS = 200


class LinesInput(LineInput):
    """Exactly one of `domains` and `group`."""

    domains = serializers.ListField(
        child=StrictTextField(max_length=253),
        min_length=1,
        max_length=MAX_DOMAINS,
        required=False,
        help_text="A-labels or U-labels",
    )
    group = StrictTextField(
        max_length=64, required=False, help_text="`group` of a line: all that stand under it"
    )


class RefusedLineShape(serializers.Serializer[Any]):
    domain = serializers.CharField()
    blocked_by = ReasonShape(many=True)


class ChangedLinesShape(serializers.Serializer[Any]):
    changed = serializers.IntegerField(help_text="lines that took the route")
    refused = RefusedLineShape(many=True, help_text="domains that can't, each with every reason")


LINES_EXAMPLE = OpenApiExample(
    "leave two out",
    value={"domains": ["example.cn", "例子.cn"], "route": "leave_out"},
    request_only=True,
)
CHANGED_EXAMPLE = OpenApiExample(
    "both did", value={"changed": 2, "refused": []}, response_only=True
)


def wanted_lines(plan: Plan, given: Mapping[str, Any]) -> list[int]:
    """Pks of the lines that a body names; InvalidInput naming the domains that have none."""
    if ("domains" in given) == ("group" in given):
        raise InvalidInput(errors=[FieldError("", "domains_or_group", _ONE_OF)])
    if "group" in given:
        return list(lines_of(plan).filter(group=given["group"]).values_list("pk", flat=True))
    names = [_ascii(name) for name in given["domains"]]
    found = dict(lines_of(plan).filter(domain__name__in=names).values_list("domain__name", "pk"))
    errors = [
        FieldError(f"domains.{index}", "not_found", _NO_LINE)
        for index, name in enumerate(names)
        if name not in found
    ]
    if errors:
        raise InvalidInput(errors=errors[:_MOST_ERRORS], extra={"errors_total": len(errors)})
    return list(found.values())


def changed_shape(changed: Changed) -> dict[str, Any]:
    refused = [
        {"domain": name, "blocked_by": _reasons(blockers)}
        for name, blockers in changed.refused.items()
    ]
    return {"changed": changed.count, "refused": refused}


def _reasons(blockers: tuple[Blocker, ...]) -> list[dict[str, str]]:
    return [{"code": one.code, "message": str(one.message)} for one in reasons_of(blockers)]


def _ascii(name: str) -> str:
    try:
        return to_ascii(name)
    except NotAName:
        return name
