"""/domains: reading them, and changing what owners note about them."""

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from domains.gating import overview_of
from domains.selectors.domains import domains, find_domain
from domains.selectors.filters import DEFAULT_SORT, SORTS, DomainFilter
from domains.service_status import SERVICE_STATUSES
from domains.services.domains import update_domain
from registrar.accounts.permissions import Permission
from registrar.api.bodies import read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import one_of, only
from registrar.api.views import ApiView

from .bodies import DomainChanges
from .documents import CURSOR, DOMAIN_EXAMPLE, GATES_EXAMPLE, LIMIT
from .parameters import day
from .resources import DOMAIN
from .shapes import DomainShape, GatesShape, domain_shape, gate_shape

_FILTERS = ("service_status", "suffix", "tag", "template", "expires_before", "q", "sort")


class DomainsView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ}

    @extend_schema(
        summary="List the account's domains",
        parameters=[
            OpenApiParameter("service_status", enum=list(SERVICE_STATUSES)),
            OpenApiParameter("suffix", description="without a dot in front, such as `com.cn`"),
            OpenApiParameter("tag"),
            OpenApiParameter("template", description="id of an info template"),
            OpenApiParameter("expires_before", description="a day, itself not included"),
            OpenApiParameter("q", description="part of the name or of the registrant's name"),
            OpenApiParameter("sort", enum=list(SORTS), default=DEFAULT_SORT),
            CURSOR,
            LIMIT,
        ],
        responses={200: list_shape(DomainShape)},
    )
    def get(self, request: Request) -> Response:
        only(request, *_FILTERS, "cursor", "limit")
        wanted = DomainFilter(
            service_status=one_of(request, "service_status", SERVICE_STATUSES),
            suffix=request.query_params.get("suffix", ""),
            tag=request.query_params.get("tag", ""),
            template=request.query_params.get("template", ""),
            expires_before=day(request, "expires_before"),
            q=request.query_params.get("q", ""),
            sort=one_of(request, "sort", SORTS) or DEFAULT_SORT,
        )
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
