"""/domains: reading them, and changing what owners note about them."""

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.gating import overview_of
from domains.selectors.domains import domains, find_domain
from domains.services.domains import update_domain
from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .bodies import DomainChanges
from .documents import CURSOR, DOMAIN_EXAMPLE, GATES_EXAMPLE, LIMIT
from .filters import FILTER_PARAMETERS, FILTERS, wanted_of
from .resources import DOMAIN
from .shapes import DomainShape, GatesShape, domain_shape, gate_shape


class DomainsView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ}

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
