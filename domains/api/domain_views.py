"""/domains: registering and reading them, and changing what owners note about them."""

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.gating import overview_of
from domains.selectors.domains import domains, find_domain
from domains.services.domains import update_domain
from domains.services.registration import register_domain
from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .bodies import DomainChanges, RegistrationInput
from .documents import CURSOR, DOMAIN_EXAMPLE, GATES_EXAMPLE, LIMIT, REGISTRATION_EXAMPLE
from .filters import FILTER_PARAMETERS, FILTERS, wanted_of
from .orders import template_of
from .resources import DOMAIN
from .shapes import (
    DomainShape,
    GatesShape,
    OperationShape,
    domain_shape,
    gate_shape,
    operation_shape,
)


class DomainsView(ApiView):
    # It makes an operation, like all of them.
    scopes = {"GET": Permission.DOMAINS_READ, "POST": Permission.OPERATIONS_WRITE}
    problems = {"POST": ("not_found", "operation_blocked", "operation_open", "name_not_available")}

    @extend_schema(
        summary="List the account's domains",
        parameters=[*FILTER_PARAMETERS, CURSOR, LIMIT],
        responses={200: list_shape(DomainShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, *FILTERS, "cursor", "limit")
        wanted = wanted_of(request)
        return list_response(
            request, wanted.apply(domains()), order=wanted.order, shape=domain_shape
        )

    @extend_schema(
        summary="Register a name",
        description=(
            "Asks the registry for a name that nobody has yet, with the holder of an info"
            " template. The answer is an operation (`register`) to be watched at"
            " `/operations/{id}`; until it ends the domain is `registering`, and nothing else may"
            " be done to it. Any template will do that is not disabled, holds no restricted"
            " subject or word and fits the suffix. With a verified one the domain is verified at"
            " once, and the registry lifts its hold some time later; with any other one it stays"
            " `unverified` and on `serverHold` until its holder is verified. Where the registry"
            " refuses it, `failure` of the operation holds its words, the domain is gone from all"
            " lists, and the name may be asked for again."
        ),
        request=RegistrationInput,
        examples=[REGISTRATION_EXAMPLE],
        responses={
            202: OpenApiResponse(OperationShape, "Taken; `state` says how far it is."),
            409: OpenApiResponse(
                OpenApiTypes.OBJECT,
                "`operation_blocked`: `errors` holds every reason why the template can't hold it.",
            ),
        },
    )
    def post(self, request: Request) -> Response:
        only(request)
        given = read_body(RegistrationInput, request)
        template = template_of(given.pop("template"))
        operation = register_domain(actor=self.actor, template=template, **given)
        return Response(operation_shape(operation), status=202)


class DomainView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ, "PATCH": Permission.DOMAINS_WRITE}
    resource = DOMAIN

    @extend_schema(
        summary="Read one domain",
        description="`name` is an A-label or a U-label.",
        responses={200: OpenApiResponse(DomainShape, examples=[DOMAIN_EXAMPLE])},
    )
    def get(self, request: Request, name: str) -> Response:
        only(request)
        return Response(DOMAIN.shown(name))

    @extend_schema(
        summary="Change tags or automatic renewal",
        request=DomainChanges,
        responses={200: DomainShape},
    )
    def patch(self, request: Request, name: str) -> Response:
        only(request)
        domain = find_domain(name)
        update_domain(actor=self.actor, domain=domain, **read_body(DomainChanges, request))
        return Response(DOMAIN.shown(name))


class DomainOperationsView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ}

    @extend_schema(
        summary="What may be done to the domain now",
        description="Every operation, allowed or blocked with all reasons.",
        responses={200: OpenApiResponse(GatesShape, examples=[GATES_EXAMPLE])},
    )
    def get(self, request: Request, name: str) -> Response:
        only(request)
        answers = overview_of(find_domain(name))
        return Response({"operations": [gate_shape(answer) for answer in answers]})
