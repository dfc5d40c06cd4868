from django.urls import path

from . import invitations, keys, members
from .account import AccountView
from .rotation import MeRotateView
from .views import MeView

_key = "api-keys/<str:key_id>"
_invitation = "invitations/<str:invitation_id>"

urlpatterns = [
    path("me", MeView.as_view()),
    path("me/rotate", MeRotateView.as_view()),
    path("account", AccountView.as_view()),
    path("api-keys", keys.KeysView.as_view()),
    path(_key, keys.KeyView.as_view()),
    path(f"{_key}/rotate", keys.KeyRotateView.as_view()),
    path(f"{_key}/end-former", keys.KeyEndFormerView.as_view()),
    path(f"{_key}/revoke", keys.KeyRevokeView.as_view()),
    path("members", members.MembersView.as_view()),
    path("members/<str:member_id>", members.MemberView.as_view()),
    path("invitations", invitations.InvitationsView.as_view()),
    path(_invitation, invitations.InvitationView.as_view()),
    path(f"{_invitation}/resend", invitations.InvitationResendView.as_view()),
]
