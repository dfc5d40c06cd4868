"""The composition root of addresses: the only place that knows every app's pages."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from registrar.console import health
from verification.views.authority_callbacks import authority_callback

handler400 = "registrar.api.handlers.bad_request"
handler403 = "registrar.api.handlers.permission_denied"
handler404 = "registrar.api.handlers.not_found"
handler500 = "registrar.api.handlers.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("language/", set_language, name="set_language"),
    # Pages of the admin that belong to no model; asked first, since the admin takes all below it.
    path("admin/verification/figures/", include("verification.review.figures.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("registrar.api_urls")),
    path("authority-callbacks/<slug:code>/", authority_callback, name="authority_callback"),
    path("", include("registrar.console.urls")),
    path("", include("registrar.accounts.urls")),
    path("logs/", include("registrar.oplog.urls")),
    path("", include("registrar.notices.urls")),
    path("settings/webhooks/", include("registrar.webhooks.urls")),
    path("", include("registrar.batches.urls")),
    # Imports add pages below the lists' addresses, so they are asked first.
    path("", include("registrar.sheets.urls")),
    path("templates/", include("templates_app.urls")),
    path("support/", include("verification.support.urls")),
    # Verification adds pages below /domains/<name>/, so it is asked first.
    path("", include("verification.urls")),
    path("", include("verification.plans.urls")),
    path("", include("domains.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("registrar.embedded.urls")))
