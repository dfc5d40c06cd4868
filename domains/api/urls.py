from django.urls import path

from .domain_views import DomainOperationsView, DomainsView, DomainView
from .exporting import DomainsExportView
from .operation_views import OperationCancelView, OperationsView, OperationView

urlpatterns = [
    path("domains", DomainsView.as_view(), name="api_domains"),
    path("domains/export", DomainsExportView.as_view(), name="api_domains_export"),
    path("domains/<str:name>", DomainView.as_view(), name="api_domain"),
    path("domains/<str:name>/operations", DomainOperationsView.as_view(), name="api_domain_gates"),
    path("operations", OperationsView.as_view(), name="api_operations"),
    path("operations/<str:operation_id>", OperationView.as_view(), name="api_operation"),
    path(
        "operations/<str:operation_id>/cancel",
        OperationCancelView.as_view(),
        name="api_operation_cancel",
    ),
]
