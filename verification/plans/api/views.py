"""/reverification-plans: many domains at once."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.api.documents import CURSOR, LIMIT
from registrar.accounts.permissions import Permission
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import limit_of, one_of, only
from registrar.api.views import ApiView
from registrar.errors import FieldError, InvalidInput, NotFound
from registrar.paging import page_by_key
from templates_app.models import InfoTemplate
from templates_app.selectors import get_template
from verification.plans.models import Plan
from verification.plans.selectors import (
    IN_ORDER,
    NEWEST,
    counts_of,
    find_plan,
    lines_of,
    plans,
)
from verification.plans.services.changing import change_lines
from verification.plans.services.making import make_plan
from verification.plans.services.running import cancel_plan, run_plan
from verification.plans.states import LineState, PlanRoute

from .bodies import LineInput, PlanInput
from .bulk import (
    CHANGED_EXAMPLE,
    LINES_EXAMPLE,
    ChangedLinesShape,
    LinesInput,
    changed_shape,
    wanted_lines,
)
from .resources import LINE, PLAN, find_line
from .shapes import LineShape, PlanShape, line_shape, plan_shape

_ONE_OF = _("Give either domains or filter.")
_FILTER_EXAMPLE = OpenApiExample(
    "all failed ones",
    value={"filter": {"service_status": "verification_failed"}},
    request_only=True,
)
_NAMES_EXAMPLE = OpenApiExample(
    "these", value={"domains": ["example.cn", "例子.cn"]}, request_only=True
)


class ReverificationPlansView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ, "POST": Permission.OPERATIONS_WRITE}
    problems = {"POST": ("not_found", "nothing_to_plan", "too_many_domains")}

    @extend_schema(
        summary="List plans, the newest first",
        parameters=[CURSOR, LIMIT],
        responses={200: list_shape(PlanShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, "cursor", "limit")
        cursor = request.query_params.get("cursor", "")
        page = page_by_key(plans(), order=NEWEST, cursor=cursor, limit=limit_of(request))
        counts = counts_of(plan.pk for plan in page.items)
        items = [plan_shape(plan, counts[plan.pk]) for plan in page.items]
        return Response({"items": items, "next": page.next})

    @extend_schema(
        summary="Plan re-verification of many domains",
        description=(
            "A draft with a line for each domain, up to 5,000; nothing is done before it is run."
            " Needs `domains:read` besides `operations:write`. Names that aren't the account's"
            " are each named in `errors` (the first 200; `errors_total` counts them), and no plan"
            " is made. A filter leaves verified domains aside."
        ),
        request=PlanInput,
        examples=[_FILTER_EXAMPLE, _NAMES_EXAMPLE],
        responses={201: PlanShape},
    )
    def post(self, request: Request) -> Response:
        only(request)
        body = PlanInput(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        if ("domains" in given) == ("filter" in given):
            raise InvalidInput(errors=[FieldError("", "domains_or_filter", _ONE_OF)])
        plan = make_plan(
            actor=self.actor,
            domains=given.get("domains"),
            wanted=body.wanted(),
            template=_template(given),
            other_holder=given.get("other_holder", False),
        )
        return Response(_shaped(plan), status=201)


class ReverificationPlanView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ}
    resource = PLAN

    @extend_schema(summary="Read a plan: how far it is", responses={200: PlanShape})
    def get(self, request: Request, plan_id: str) -> Response:
        only(request)
        return Response(_shaped(find_plan(plan_id)))


class ReverificationPlanLinesView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ, "PATCH": Permission.OPERATIONS_WRITE}
    problems = {"PATCH": ("operation_blocked", "plan_not_draft")}

    @extend_schema(
        summary="List a plan's lines, by domain name",
        parameters=[
            OpenApiParameter("state", enum=LineState.values),
            OpenApiParameter("route", enum=PlanRoute.values),
            CURSOR,
            LIMIT,
        ],
        responses={200: list_shape(LineShape)},
    )
    def get(self, request: Request, plan_id: str) -> Response:
        only(request, "state", "route", "cursor", "limit")
        rows = lines_of(find_plan(plan_id))
        for name, values in (("state", LineState.values), ("route", PlanRoute.values)):
            value = one_of(request, name, values)
            rows = rows.filter(**{name: value}) if value else rows
        return list_response(request, rows, order=IN_ORDER, shape=line_shape)

    @extend_schema(
        summary="Change the route of many domains",
        description=(
            "Of those named, or of a whole `group`, before the plan runs. Domains that can't take"
            " the route stay as they are and are named in `refused`; 409 where none can."
        ),
        request=LinesInput,
        responses={200: ChangedLinesShape},
        examples=[LINES_EXAMPLE, CHANGED_EXAMPLE],
    )
    def patch(self, request: Request, plan_id: str) -> Response:
        only(request)
        plan = find_plan(plan_id)
        given = read_body(LinesInput, request)
        lines = wanted_lines(plan, given)
        changed = change_lines(actor=self.actor, plan=plan, lines=lines, **_choice(given))
        return Response(changed_shape(changed))


class ReverificationPlanLineView(ApiView):
    scopes = {"GET": Permission.OPERATIONS_READ, "PATCH": Permission.OPERATIONS_WRITE}
    resource = LINE
    problems = {"PATCH": ("operation_blocked", "plan_not_draft")}

    @extend_schema(summary="Read one line", responses={200: LineShape})
    def get(self, request: Request, plan_id: str, name: str) -> Response:
        only(request)
        return Response(LINE.shown(plan_id, name))

    @extend_schema(
        summary="Change the route of one domain, or leave it out",
        description=(
            "Before the plan runs. 409 with every reason where the domain can't take the route;"
            " a template of another holder needs `other_holder`: true."
        ),
        request=LineInput,
        responses={200: LineShape},
    )
    def patch(self, request: Request, plan_id: str, name: str) -> Response:
        only(request)
        line = find_line(plan_id, name)
        given = read_body(LineInput, request)
        change_lines(
            actor=self.actor,
            plan=line.plan,
            lines=[line.pk],
            **_choice(given),
        )
        return Response(LINE.shown(plan_id, name))


class RunReverificationPlanView(ApiView):
    scopes = {"POST": Permission.OPERATIONS_WRITE}
    resource = PLAN
    problems = {"POST": ("nothing_to_run", "state_conflict")}

    @extend_schema(
        summary="Run a plan",
        description=(
            "Accepted at once; look at the plan's `counts` for how far it is. Changes of"
            " registrant need the scope `sensitive`, sending materials again"
            " `verifications:write`. A second run of the same plan answers 409."
        ),
        request=None,
        responses={202: PlanShape},
    )
    def post(self, request: Request, plan_id: str) -> Response:
        only(request)
        no_body(request)
        return Response(_shaped(run_plan(actor=self.actor, plan=find_plan(plan_id))), status=202)


class CancelReverificationPlanView(ApiView):
    scopes = {"POST": Permission.OPERATIONS_WRITE}
    resource = PLAN
    problems = {"POST": ("state_conflict",)}

    @extend_schema(
        summary="Cancel a plan: what still waits its turn is let go",
        request=None,
        responses={200: PlanShape},
    )
    def post(self, request: Request, plan_id: str) -> Response:
        only(request)
        no_body(request)
        return Response(_shaped(cancel_plan(actor=self.actor, plan=find_plan(plan_id))))


def _shaped(plan: Plan) -> dict[str, Any]:
    return plan_shape(plan, counts_of([plan.pk])[plan.pk])


def _choice(given: dict[str, Any]) -> dict[str, Any]:
    """What `change_lines` asks for, from a body that `LineInput` has shaped."""
    return {
        "route": PlanRoute(given["route"]),
        "template": _template(given),
        "other_holder": given.get("other_holder", False),
    }


def _template(given: dict[str, Any]) -> InfoTemplate | None:
    if "template" not in given:
        return None
    try:
        return get_template(given["template"])
    except NotFound as missing:
        raise NotFound(errors=[FieldError("template", "not_found", missing.message)]) from None
