"""A key gives itself a new secret."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import ApiKey
from registrar.accounts.services.key_rotation import rotate_key
from registrar.accounts.services.keys import NewKey
from registrar.api.bodies import read_body
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .serializers import HOUR, Rotation
from .shapes import NewKeyShape

ROTATE: dict[str, Any] = {"request": Rotation, "responses": NewKeyShape}


class MeRotateView(ApiView):
    scopes = {"POST": None}
    problems = {"POST": ("key_not_valid", "still_overlapping")}

    @extend_schema(summary="Give the key of this request a new secret", **ROTATE)
    def post(self, request: Request) -> Response:
        """Id, scopes, networks and end stay. `text` is the whole new key and is told only here;
        the old one works until `former_ends_at`. If the answer gets lost, rotate again with the
        old key: a new secret that was never used is replaced. 409 `still_overlapping` once both
        are in use."""
        only(request)
        key = ApiKey.objects.get(pk=int(self.actor.key_id or 0))
        hours = read_body(Rotation, request)["overlap_hours"]
        new = rotate_key(actor=self.actor, key_id=key.public_id, overlap=hours * HOUR)
        return Response(new_key_body(new))


def new_key_body(new: NewKey) -> dict[str, object]:
    return dict(NewKeyShape({"key": new.key, "text": new.text}).data)
