"""What several operations about accounts say in the API document."""

from drf_spectacular.utils import OpenApiParameter

PAGE = [
    OpenApiParameter("cursor", description="`next` of the page before"),
    OpenApiParameter("limit", int, default=50),
]
