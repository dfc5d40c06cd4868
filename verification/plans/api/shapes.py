"""How plans and their lines look in the API. Shape only: nothing here saves."""

import datetime as dt
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from verification.plans.models import Plan, PlanLine
from verification.plans.refusals import sentences_of
from verification.plans.selectors import Counts
from verification.plans.states import LineState, PlanRoute, PlanState
from verification.plans.texts import conflict_sentence


class ReasonShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    message = serializers.CharField()


class CountsShape(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    to_do = serializers.IntegerField(help_text="lines that a run carries out")
    conflicts = serializers.IntegerField(help_text="lines that something stands against")
    verified = serializers.IntegerField(help_text="domains of the filter that need nothing")
    routes = serializers.DictField(child=serializers.IntegerField())
    states = serializers.DictField(child=serializers.IntegerField())


class PlanShape(serializers.Serializer[Any]):
    id = serializers.CharField(source="public_id")
    state = serializers.ChoiceField(choices=PlanState.choices)
    selection = serializers.DictField()
    template = serializers.SerializerMethodField()
    created_at = serializers.DateTimeField()
    made_by = serializers.CharField()
    started_at = serializers.DateTimeField(allow_null=True)
    run_by = serializers.CharField(allow_blank=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    counts = serializers.SerializerMethodField()
    expected_on = serializers.SerializerMethodField()
    expected_provisional = serializers.SerializerMethodField()

    def get_template(self, plan: Plan) -> str | None:
        return plan.template.public_id if plan.template else None

    @extend_schema_field(CountsShape)
    def get_counts(self, plan: Plan) -> dict[str, Any]:
        counts: Counts = self.context["counts"]
        return {
            "total": counts.total,
            "to_do": counts.to_do,
            "conflicts": counts.conflicts,
            "verified": plan.verified,
            "routes": {route.value: counts.routes.get(route, 0) for route in PlanRoute},
            "states": {state.value: counts.state(state) for state in LineState},
        }

    def get_expected_on(self, _plan: Plan) -> dt.date | None:
        """The day on which the last line is expected to be done."""
        last: dt.date | None = self.context["counts"].last_on
        return last

    def get_expected_provisional(self, _plan: Plan) -> bool:
        return bool(self.context["counts"].provisional)


class LineShape(serializers.Serializer[Any]):
    domain = serializers.CharField(source="domain.name")
    unicode_name = serializers.CharField(source="domain.unicode_name")
    registrant_name = serializers.CharField(source="domain.registrant_name")
    route = serializers.ChoiceField(choices=PlanRoute.choices)
    template = serializers.SerializerMethodField()
    other_holder = serializers.BooleanField()
    reason = serializers.CharField(help_text="what it failed with: a reason, timeout, unknown, ''")
    because = serializers.ListField(child=serializers.CharField())
    blocked_by = serializers.SerializerMethodField()
    blocked_until = serializers.DateField(allow_null=True)
    safe_from = serializers.DateField(allow_null=True)
    expected_on = serializers.DateField(allow_null=True)
    expected_provisional = serializers.BooleanField()
    group = serializers.CharField()
    state = serializers.ChoiceField(choices=LineState.choices)
    operation = serializers.SerializerMethodField()
    verification = serializers.SerializerMethodField()
    refusal = serializers.SerializerMethodField()

    def get_template(self, line: PlanLine) -> str | None:
        return line.template.public_id if line.template else None

    @extend_schema_field(ReasonShape(many=True))
    def get_blocked_by(self, line: PlanLine) -> list[dict[str, str]]:
        return [{"code": code, "message": conflict_sentence(code)} for code in line.blocked_by]

    def get_operation(self, line: PlanLine) -> str | None:
        return line.operation.public_id if line.operation else None

    def get_verification(self, line: PlanLine) -> str | None:
        return line.submission.public_id if line.submission else None

    @extend_schema_field(ReasonShape(many=True))
    def get_refusal(self, line: PlanLine) -> list[dict[str, str]]:
        texts = sentences_of(line.refusal)
        return [
            {"code": reason["code"], "message": text}
            for reason, text in zip(line.refusal, texts, strict=True)
        ]


def plan_shape(plan: Plan, counts: Counts) -> dict[str, Any]:
    return dict(PlanShape(plan, context={"counts": counts}).data)


def line_shape(line: PlanLine) -> dict[str, Any]:
    return dict(LineShape(line).data)
