"""How domains and operations look in the API. Shape only: nothing here saves."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from domains.failures import failure_of
from domains.gates import Operation as GateOperation
from domains.gating import GateAnswer
from domains.models import Domain, Operation
from domains.operation_kinds import KINDS
from domains.service_status import SERVICE_STATUSES
from domains.states import Lifecycle, OperationState, RealName, RegistrantChange, Transfer
from templates_app.models import HolderType


class DomainShape(serializers.Serializer[Any]):
    """What `domain_shape` makes."""

    name = serializers.CharField(help_text="A-label")
    unicode_name = serializers.CharField()
    service_status = serializers.ChoiceField(choices=list(SERVICE_STATUSES))
    lifecycle = serializers.ChoiceField(choices=Lifecycle.choices)
    real_name_status = serializers.ChoiceField(choices=RealName.choices)
    registrant_change_status = serializers.ChoiceField(choices=RegistrantChange.choices)
    transfer_status = serializers.ChoiceField(choices=Transfer.choices)
    epp_statuses = serializers.ListField(child=serializers.CharField())
    template = serializers.CharField(allow_null=True)
    holder_type = serializers.ChoiceField(choices=HolderType.choices)
    registrant_name = serializers.CharField()
    registered_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    auto_renew = serializers.BooleanField()
    tags = serializers.ListField(child=serializers.CharField())


class FailureShape(serializers.Serializer[Any]):
    stage = serializers.CharField()
    raw_messages = serializers.ListField(child=serializers.CharField())
    reasons = serializers.ListField(child=serializers.DictField())


class OperationShape(serializers.Serializer[Any]):
    id = serializers.CharField(source="public_id")
    operation = serializers.ChoiceField(choices=list(KINDS), source="kind")
    domain = serializers.CharField(source="domain.name")
    state = serializers.ChoiceField(choices=OperationState.choices)
    template = serializers.SerializerMethodField()
    batch = serializers.SerializerMethodField()
    expected_on = serializers.DateField(allow_null=True)
    expected_provisional = serializers.BooleanField(
        help_text="the official calendar of a year on the way is not announced yet"
    )
    created_at = serializers.DateTimeField()
    submitted_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    failure = serializers.SerializerMethodField()

    def get_template(self, operation: Operation) -> str | None:
        return operation.template.public_id if operation.template else None

    def get_batch(self, operation: Operation) -> str | None:
        return operation.batch.public_id if operation.batch else None

    @extend_schema_field(FailureShape(allow_null=True))
    def get_failure(self, operation: Operation) -> dict[str, Any] | None:
        return failure_of(operation)


class BlockerShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    message = serializers.CharField()
    until = serializers.DateField(allow_null=True, help_text="first day without this reason")


class GateShape(serializers.Serializer[Any]):
    operation = serializers.ChoiceField(choices=[(o.value, o.name) for o in GateOperation])
    allowed = serializers.BooleanField()
    blocked_by = BlockerShape(many=True)


class GatesShape(serializers.Serializer[Any]):
    operations = GateShape(many=True)


def domain_shape(domain: Domain) -> dict[str, Any]:
    """What `DomainShape` describes, as JSON values: lists are long, and a serializer made for
    each row costs more than the row's query."""
    return {
        "name": domain.name,
        "unicode_name": domain.unicode_name,
        "service_status": domain.service_status,
        "lifecycle": domain.lifecycle,
        "real_name_status": domain.real_name,
        "registrant_change_status": domain.registrant_change,
        "transfer_status": domain.transfer,
        "epp_statuses": domain.epp_statuses,
        "template": domain.template.public_id if domain.template else None,
        "holder_type": domain.holder_type,
        "registrant_name": domain.registrant_name,
        "registered_at": domain.registered_at,
        "expires_at": domain.expires_at,
        "auto_renew": domain.auto_renew,
        "tags": domain.tags,
    }


def operation_shape(operation: Operation) -> dict[str, Any]:
    return dict(OperationShape(operation).data)


def gate_shape(answer: GateAnswer) -> dict[str, Any]:
    return dict(GateShape(answer).data)
