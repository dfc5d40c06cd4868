"""Reading request bodies of plans: their shape and nothing else."""

from rest_framework import serializers

from domains.selectors.filters import MAX_QUERY, DomainFilter
from domains.service_status import SERVICE_STATUSES
from registrar.api.bodies import StrictBooleanField, StrictSerializer, StrictTextField
from verification.plans.services.choosing import MAX_DOMAINS
from verification.plans.states import PlanRoute

_WORD = 64


class FilterInput(StrictSerializer):
    """The filters of `GET /domains`; none at all means every domain."""

    service_status = serializers.ChoiceField(choices=list(SERVICE_STATUSES), required=False)
    suffix = StrictTextField(max_length=_WORD, required=False)
    tag = StrictTextField(max_length=_WORD, required=False)
    template = StrictTextField(max_length=_WORD, required=False, help_text="id of a template")
    expires_before = serializers.DateField(required=False, help_text="a day, not included")
    q = StrictTextField(max_length=MAX_QUERY, required=False)


class PlanInput(StrictSerializer):
    """Exactly one of `domains` and `filter`."""

    domains = serializers.ListField(
        child=StrictTextField(max_length=253),
        min_length=1,
        max_length=MAX_DOMAINS,
        required=False,
        help_text="A-labels or U-labels",
    )
    filter = FilterInput(required=False)
    template = StrictTextField(
        max_length=_WORD, required=False, help_text="preferred wherever a domain can move to it"
    )
    other_holder = StrictBooleanField(
        required=False, help_text="confirms that domains of other holders are to change hands"
    )

    def wanted(self) -> DomainFilter | None:
        given = self.validated_data.get("filter")
        return None if given is None else DomainFilter(**given)


class LineInput(StrictSerializer):
    route = serializers.ChoiceField(choices=PlanRoute.choices)
    template = StrictTextField(
        max_length=_WORD, required=False, help_text="change_registrant: where the domain moves to"
    )
    other_holder = StrictBooleanField(required=False)
