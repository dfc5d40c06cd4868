"""/invitations: offers of membership that wait for their answer. Mails go out after the commit."""

from functools import partial

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
from registrar.api.bodies import no_body, read_body
from registrar.api.lists import list_response, list_shape
from registrar.api.parameters import only
from registrar.api.views import ApiView
from registrar.tenancy.context import acting_as

from .docs import PAGE
from .serializers import InvitationBody
from .shapes import InvitationShape, SentInvitationShape

log = structlog.get_logger(__name__)
_READ, _MANAGE = Permission.MEMBERS_READ, Permission.MEMBERS_MANAGE


class SendingView(ApiView):
    own_transactions = True

    def sent(self, invite: partial[NewInvitation], *, status: int = 200) -> Response:
        """The answer is kept with the invitation, and again when it is known what became of the
        mail: whoever repeats a call that died in between gets no second link."""
        with acting_as(self.actor):
            new = invite(actor=self.actor)
            account = get_account(new.invitation.account_id).name
            waiting = self.settle(_told(new, mailed=None, status=status))
        if self.dry_run:
            return waiting
        return _told(new, mailed=_mail(new, account, self.actor.label), status=status)


class InvitationsView(SendingView):
    scopes = {"GET": _READ, "POST": _MANAGE}
    problems = {"POST": ("already_invited", "already_member")}

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
        given = read_body(InvitationBody, request)
        return self.sent(partial(invite_member, **given), status=201)


class InvitationView(ApiView):
    scopes = {"DELETE": _MANAGE}
    problems = {"DELETE": ("state_conflict",)}

    @extend_schema(summary="Withdraw an invitation", responses={204: None})
    def delete(self, request: Request, invitation_id: str) -> Response:
        only(request)
        no_body(request)
        withdraw_invitation(actor=self.actor, invitation_id=invitation_id)
        return Response(status=204)


class InvitationResendView(SendingView):
    scopes = {"POST": _MANAGE}
    problems = {"POST": ("sent_recently", "state_conflict")}

    @extend_schema(summary="Send a new link", request=None, responses=SentInvitationShape)
    def post(self, request: Request, invitation_id: str) -> Response:
        """Valid for another 7 days; the former link ends. At most once a minute (409)."""
        only(request)
        no_body(request)
        return self.sent(partial(resend_invitation, invitation_id=invitation_id))


def invitation_body(invitation: Invitation) -> dict[str, object]:
    return dict(InvitationShape(invitation).data)


def _told(new: NewInvitation, *, mailed: bool | None, status: int) -> Response:
    body = {"invitation": invitation_body(new.invitation), "mailed": mailed}
    return Response(body, status=status)


def _mail(new: NewInvitation, account: str, inviter: str) -> bool:
    """Mail the link; whether the server took it."""
    address = settings.CONSOLE_URL + reverse("accounts:invitation", args=[new.secret])
    email = new.invitation.email
    try:
        send_invitation(email=email, account=account, inviter=inviter, address=address)
    except MAIL_ERRORS as error:
        log.warning("invitation_not_sent", error=type(error).__name__, id=new.invitation.public_id)
        return False
    return True
