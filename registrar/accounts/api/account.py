"""/account: what the account is called."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.permissions import Permission
from registrar.accounts.selectors import get_account
from registrar.accounts.services.profile import rename_account
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .serializers import AccountBody
from .shapes import AccountShape


class AccountView(ApiView):
    scopes = {"GET": None, "PATCH": Permission.ACCOUNT_MANAGE}

    @extend_schema(summary="The account of this key", responses=AccountShape)
    def get(self, request: Request) -> Response:
        only(request)
        return Response(AccountShape(get_account(int(self.actor.account_id or 0))).data)

    @extend_schema(summary="Rename the account", request=AccountBody, responses=AccountShape)
    def patch(self, request: Request) -> Response:
        only(request)
        body = read_body(AccountBody, request)
        return Response(AccountShape(rename_account(actor=self.actor, **body)).data)
