"""The filter of lists and exports of domains, as parameters."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from domains.selectors.filters import DEFAULT_SORT, SORTS, DomainFilter
from domains.service_status import SERVICE_STATUSES
from registrar.api.parameters import one_of

from .parameters import day

FILTERS = ("service_status", "suffix", "tag", "template", "expires_before", "q", "sort")
FILTER_PARAMETERS = [
    OpenApiParameter("service_status", enum=list(SERVICE_STATUSES)),
    OpenApiParameter("suffix", description="without a dot in front, such as `com.cn`"),
    OpenApiParameter("tag"),
    OpenApiParameter("template", description="id of an info template"),
    OpenApiParameter("expires_before", description="a day, itself not included"),
    OpenApiParameter("q", description="part of the name or of the registrant's name"),
    OpenApiParameter("sort", enum=list(SORTS), default=DEFAULT_SORT),
]


def wanted_of(request: Request) -> DomainFilter:
    """InvalidInput for values that aren't allowed."""
    return DomainFilter(
        service_status=one_of(request, "service_status", SERVICE_STATUSES),
        suffix=request.query_params.get("suffix", ""),
        tag=request.query_params.get("tag", ""),
        template=request.query_params.get("template", ""),
        expires_before=day(request, "expires_before"),
        q=request.query_params.get("q", ""),
        sort=one_of(request, "sort", SORTS) or DEFAULT_SORT,
    )
