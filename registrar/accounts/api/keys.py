"""/api-keys: keys of the account, without their secrets."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Permission
from registrar.accounts.selectors import get_key, keys_of
from registrar.accounts.services.key_changes import update_key
from registrar.accounts.services.key_rotation import end_former_secret, rotate_key
from registrar.accounts.services.keys import create_key, revoke_key
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .docs import PAGE
from .rotation import ROTATE, new_key_body
from .serializers import HOUR, KeyChangesBody, NewKeyBody, Rotation
from .shapes import KeyShape, NewKeyShape

_READ, _MANAGE = Permission.KEYS_READ, Permission.KEYS_MANAGE


class KeysView(ApiView):
    scopes = {"GET": _READ, "POST": _MANAGE}

    @extend_schema(summary="List API keys", parameters=PAGE, responses=list_shape(KeyShape))
    def get(self, request: Request) -> Response:
        only(request, "cursor", "limit")
        rows = keys_of(int(self.actor.account_id or 0))
        return list_response(request, rows, order=("-id",), shape=key_body)

    @extend_schema(summary="Make an API key", request=NewKeyBody, responses={201: NewKeyShape})
    def post(self, request: Request) -> Response:
        """A key gives no more than it has: no other scopes, no later end, no other networks.
        `text` is the whole key and is told only here."""
        only(request)
        new = create_key(actor=self.actor, **read_body(NewKeyBody, request))
        return Response(new_key_body(new), status=201)


class KeyView(ApiView):
    scopes = {"GET": _READ, "PATCH": _MANAGE}
    problems = {"PATCH": ("state_conflict",)}

    @extend_schema(summary="Read one API key", responses=KeyShape)
    def get(self, request: Request, key_id: str) -> Response:
        only(request)
        return Response(key_body(get_key(int(self.actor.account_id or 0), key_id)))

    @extend_schema(summary="Change an API key", request=KeyChangesBody, responses=KeyShape)
    def patch(self, request: Request, key_id: str) -> Response:
        """What is left out stays. To give more, for longer or from elsewhere, hold it yourself."""
        only(request)
        get_key(int(self.actor.account_id or 0), key_id)
        changes = read_body(KeyChangesBody, request)
        return Response(key_body(update_key(actor=self.actor, key_id=key_id, **changes)))


class KeyRotateView(ApiView):
    scopes = {"POST": _MANAGE}
    problems = {"POST": ("key_not_valid", "still_overlapping")}

    @extend_schema(summary="Give an API key a new secret", **ROTATE)
    def post(self, request: Request, key_id: str) -> Response:
        """As `POST /me/rotate`, for another key; hold yourself what it may do."""
        only(request)
        get_key(int(self.actor.account_id or 0), key_id)
        overlap = read_body(Rotation, request)["overlap_hours"] * HOUR
        new = rotate_key(actor=self.actor, key_id=key_id, overlap=overlap)
        return Response(new_key_body(new))


class KeyEndFormerView(ApiView):
    scopes = {"POST": _MANAGE}
    problems = {"POST": ("no_former_secret",)}

    @extend_schema(summary="End the secret before the last now", request=None, responses=KeyShape)
    def post(self, request: Request, key_id: str) -> Response:
        only(request)
        no_body(request)
        return Response(key_body(end_former_secret(actor=self.actor, key_id=key_id)))


class KeyRevokeView(ApiView):
    scopes = {"POST": _MANAGE}
    problems = {"POST": ("already_revoked",)}

    @extend_schema(summary="Revoke an API key for good", request=None, responses=KeyShape)
    def post(self, request: Request, key_id: str) -> Response:
        only(request)
        no_body(request)
        return Response(key_body(revoke_key(actor=self.actor, key_id=key_id)))


def key_body(key: ApiKey) -> dict[str, object]:
    return dict(KeyShape(key).data)
