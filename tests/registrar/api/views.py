"""An API of its own, to show what the base does whatever the resource."""

from django.urls import include, path
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import Account
from registrar.accounts.permissions import Permission
from registrar.api.views import ApiView
from registrar.errors import Blocked, FieldError, TooMany
from registrar.urls import (  # noqa: F401 - Django looks for them in the URLconf
    handler400,
    handler403,
    handler404,
    handler500,
)
from registrar.urls import urlpatterns as real


class EchoView(ApiView):
    scopes = {"GET": Permission.DOMAINS_READ, "POST": Permission.DOMAINS_WRITE}

    def get(self, request: Request) -> Response:
        return Response({"accounts": [account.slug for account in Account.objects.all()]})

    def post(self, request: Request) -> Response:
        return Response({"got": request.data})

    def delete(self, request: Request) -> Response:
        return Response(status=204)


class FailingView(ApiView):
    scopes = {"GET": None, "POST": None}

    def get(self, request: Request) -> Response:
        Account.objects.update(name="half done")
        reasons = [FieldError("domain", "in_dispute", "x"), FieldError("", "locked", "y")]
        raise Blocked(errors=reasons, extra={"retry_after": 7})

    def post(self, request: Request) -> Response:
        raise TooMany(extra={"retry_after": 30})


class CrashView(ApiView):
    scopes = {"GET": None}

    def get(self, request: Request) -> Response:
        raise ZeroDivisionError("secret detail")


mine = [
    path("echo", EchoView.as_view()),
    path("failing", FailingView.as_view()),
    path("crash", CrashView.as_view()),
]
urlpatterns = [path("api/test/", include(mine)), *real]
