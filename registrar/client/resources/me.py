"""GET /me."""

from typing import cast

from registrar.client.shapes.me import Me

from .base import Resource


class MeResource(Resource):
    def get(self) -> Me:
        """The account and the key of these calls."""
        return cast(Me, self._get("/me"))
