"""One fact: the key holds the scope that the view names for this method."""

from typing import TYPE_CHECKING, cast

from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from registrar.tenancy.actor import Actor

if TYPE_CHECKING:  # its class body imports this module: settings name HasScope
    from rest_framework.views import APIView


class HasScope(BasePermission):
    """A method without a declared scope is refused: forgetting one must not open a door.

    `scopes = {"GET": None}` says on purpose that any valid key will do.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        actor = cast("Actor | None", request.auth)
        if actor is None:
            return False
        if request.method == "OPTIONS" or not hasattr(view, (request.method or "").lower()):
            return True  # DRF answers these itself: metadata, 405
        scopes = getattr(view, "scopes", {})
        method = "GET" if request.method == "HEAD" else request.method
        if method not in scopes:
            return False
        scope = scopes[method]
        if scope is not None and not actor.may(scope):
            raise PermissionDenied(_("This API key lacks the scope %(scope)s.") % {"scope": scope})
        return True
