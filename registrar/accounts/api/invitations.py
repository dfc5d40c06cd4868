"""/invitations: offers of membership that wait for their answer. Mails go out after the commit."""

import structlog
from django.conf import settings
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.accounts.mails import MAIL_ERRORS, send_invitation
from registrar.accounts.models import Invitation
from registrar.accounts.permissions import Permission
from registrar.accounts.selectors import get_account, open_invitations
from registrar.accounts.services.invitations import (
    NewInvitation,
    invite_member,
    resend_invitation,
    withdraw_invitation,
)
from registrar.api.bodies import read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.tenancy.context import acting_as

from .docs import PAGE
from .serializers import InvitationBody
from .shapes import InvitationShape, SentInvitationShape

log = structlog.get_logger(__name__)
_READ, _MANAGE = Permission.MEMBERS_READ, Permission.MEMBERS_MANAGE


class InvitationsView(ApiView):
    scopes = {"GET": _READ, "POST": _MANAGE}
    problems = {"POST": ("already_invited", "already_member")}
    own_transactions = True

    @extend_schema(
        summary="List open invitations", parameters=PAGE, responses=list_shape(InvitationShape)
    )
    def get(self, request: Request) -> Response:
        only(request, "cursor", "limit")
        with acting_as(self.actor):
            rows = open_invitations(int(self.actor.account_id or 0))
            return list_response(request, rows, order=("-id",), shape=invitation_body)

    @extend_schema(
        summary="Invite somebody", request=InvitationBody, responses={201: SentInvitationShape}
    )
    def post(self, request: Request) -> Response:
        """Sends a link that is valid for 7 days. The role may allow no more than the key."""
        only(request)
        with acting_as(self.actor):
            new = invite_member(actor=self.actor, **read_body(InvitationBody, request))
            account = get_account(new.invitation.account_id).name
        return Response(_sent(new, account, self.actor.label), status=201)


class InvitationView(ApiView):
    scopes = {"DELETE": _MANAGE}
    problems = {"DELETE": ("state_conflict",)}

    @extend_schema(summary="Withdraw an invitation", responses={204: None})
    def delete(self, request: Request, invitation_id: str) -> Response:
        only(request)
        withdraw_invitation(actor=self.actor, invitation_id=invitation_id)
        return Response(status=204)


class InvitationResendView(ApiView):
    scopes = {"POST": _MANAGE}
    problems = {"POST": ("sent_recently", "state_conflict")}
    own_transactions = True

    @extend_schema(summary="Send a new link", request=None, responses=SentInvitationShape)
    def post(self, request: Request, invitation_id: str) -> Response:
        """Valid for another 7 days; the former link ends. At most once a minute (409)."""
        only(request)
        with acting_as(self.actor):
            new = resend_invitation(actor=self.actor, invitation_id=invitation_id)
            account = get_account(new.invitation.account_id).name
        return Response(_sent(new, account, self.actor.label))


def invitation_body(invitation: Invitation) -> dict[str, object]:
    return dict(InvitationShape(invitation).data)


def _sent(new: NewInvitation, account: str, inviter: str) -> dict[str, object]:
    """Mail the link, and say whether the server took it."""
    address = settings.CONSOLE_URL + reverse("accounts:invitation", args=[new.secret])
    email = new.invitation.email
    mailed = True
    try:
        send_invitation(email=email, account=account, inviter=inviter, address=address)
    except MAIL_ERRORS as error:
        mailed = False
        log.warning("invitation_not_sent", error=type(error).__name__, id=new.invitation.public_id)
    return {"invitation": invitation_body(new.invitation), "mailed": mailed}
