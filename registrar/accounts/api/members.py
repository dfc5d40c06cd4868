"""/members: the people of the account. Owners are made and unmade by people only."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.models import Membership
from registrar.accounts.permissions import Permission
from registrar.accounts.selectors import get_member, members_of
from registrar.accounts.services.members import change_role, remove_member
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView

from .docs import PAGE
from .serializers import RoleBody
from .shapes import MemberShape


class MembersView(ApiView):
    scopes = {"GET": Permission.MEMBERS_READ}

    @extend_schema(summary="List members", parameters=PAGE, responses=list_shape(MemberShape))
    def get(self, request: Request) -> Response:
        only(request, "cursor", "limit")
        rows = members_of(int(self.actor.account_id or 0))
        return list_response(request, rows, order=("created_at", "id"), shape=member_body)


class MemberView(ApiView):
    scopes = {
        "GET": Permission.MEMBERS_READ,
        "PATCH": Permission.MEMBERS_MANAGE,
        "DELETE": Permission.MEMBERS_MANAGE,
    }
    problems = {"PATCH": ("last_owner",), "DELETE": ("last_owner",)}

    @extend_schema(summary="Read one member", responses=MemberShape)
    def get(self, request: Request, member_id: str) -> Response:
        only(request)
        return Response(member_body(get_member(int(self.actor.account_id or 0), member_id)))

    @extend_schema(summary="Give a member another role", request=RoleBody, responses=MemberShape)
    def patch(self, request: Request, member_id: str) -> Response:
        """Neither role may allow more than the key: 403 `scope_missing` names what it lacks."""
        only(request)
        get_member(int(self.actor.account_id or 0), member_id)
        role = read_body(RoleBody, request)["role"]
        changed = change_role(actor=self.actor, member_id=member_id, role=role)
        return Response(member_body(changed))

    @extend_schema(summary="End a membership", responses={204: None})
    def delete(self, request: Request, member_id: str) -> Response:
        only(request)
        no_body(request)
        remove_member(actor=self.actor, member_id=member_id)
        return Response(status=204)


def member_body(member: Membership) -> dict[str, object]:
    return dict(MemberShape(member).data)
