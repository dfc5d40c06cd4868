"""/reverification-plans/{id}/again: another draft, of the lines that were refused."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body
from registrar.api.parameters import only
from registrar.api.views import ApiView
from verification.plans.selectors import counts_of, find_plan
from verification.plans.services.making import plan_again

from .resources import PLAN
from .shapes import PlanShape, plan_shape


class ReverificationPlanAgainView(ApiView):
    scopes = {"POST": Permission.OPERATIONS_WRITE}
    resource = PLAN
    problems = {"POST": ("nothing_to_plan", "too_many_domains")}

    @extend_schema(
        summary="Plan again what was refused",
        description="A new draft. Needs `domains:read` besides `operations:write`.",
        request=None,
        responses={201: PlanShape},
    )
    def post(self, request: Request, plan_id: str) -> Response:
        only(request)
        no_body(request)
        again = plan_again(actor=self.actor, plan=find_plan(plan_id))
        return Response(plan_shape(again, counts_of([again.pk])[again.pk]), status=201)
