"""The composition root of the REST API, version 1."""

from django.urls import include, path

urlpatterns = [
    path("", include("registrar.api.urls")),
    path("", include("registrar.accounts.api.urls")),
    path("", include("registrar.oplog.api.urls")),
    path("", include("registrar.events.api.urls")),
    path("", include("registrar.webhooks.api.urls")),
    path("", include("registrar.batches.api.urls")),
    path("", include("registrar.sheets.api.urls")),
    path("", include("templates_app.api.urls")),
    path("", include("domains.api.urls")),
    path("", include("verification.api.urls")),
    path("", include("verification.plans.api.urls")),
    path("", include("verification.support.api.urls")),
]
