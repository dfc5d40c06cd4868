"""An API of its own, to show what the base does whatever the resource."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.urls import include, path
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import Account
from registrar.accounts.permissions import Permission
from registrar.api.views import ApiView
from registrar.errors import Blocked, FieldError, TooMany
from registrar.tenancy.context import acting_as
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


class TallyView(ApiView):
    """Every call leaves a mark in the account's name. `during` runs while the call does."""

    scopes = {"POST": Permission.DOMAINS_WRITE, "PATCH": Permission.DOMAINS_WRITE}
    during: Callable[[], object] = staticmethod(lambda: None)

    def post(self, request: Request) -> Response:
        Account.objects.update(name=Concat("name", Value("!")))
        transaction.on_commit(lambda: TOLD.append("committed"))
        type(self).during()
        if request.data.get("refuse"):
            raise Blocked
        return Response({"got": request.data}, status=201, headers={"Location": "/there"})

    def patch(self, request: Request) -> Response:
        Account.objects.update(name=Concat("name", Value("!")))
        return Response(status=204)


class OutsideView(TallyView):
    """The same in transactions of its own."""

    own_transactions = True

    def post(self, request: Request) -> Response:
        with acting_as(self.actor):
            return super().post(request)


TOLD: list[str] = []
mine = [
    path("tally", TallyView.as_view()),
    path("outside", OutsideView.as_view()),
    path("echo", EchoView.as_view()),
    path("failing", FailingView.as_view()),
    path("crash", CrashView.as_view()),
]
urlpatterns = [path("api/test/", include(mine)), *real]
