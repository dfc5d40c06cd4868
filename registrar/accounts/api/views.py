"""Who am I: the account and the key that a request acts with."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import ApiKey
from registrar.accounts.selectors import get_account
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .shapes import MeShape


class MeView(ApiView):
    scopes = {"GET": None}

    @extend_schema(responses=MeShape, summary="The account and the key of this request")
    def get(self, request: Request) -> Response:
        only(request)
        key = ApiKey.objects.get(pk=int(self.actor.key_id or 0))
        account = get_account(key.account_id)
        body = {"account": account, "key": key, "scopes": key.scopes}
        return Response(MeShape(body).data)
