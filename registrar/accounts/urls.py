from django.contrib.auth.views import LogoutView
from django.urls import path

from .access import signed_in_required
from .middleware import own_transactions
from .views import invitations, key, keys, members, profile, sign_in, step_up
from .views.password_reset import (
    ChangePasswordView,
    ResetConfirmView,
    ResetDoneView,
    ResetSentView,
    ResetView,
)

app_name = "accounts"

_member = "settings/members/<str:member_id>/"
_key = "settings/keys/<str:key_id>/"
_invitation = "settings/invitations/<str:invitation_id>/"

urlpatterns = [
    path("login/", own_transactions(sign_in.SignInView.as_view()), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password-reset/", own_transactions(ResetView.as_view()), name="password_reset"),
    path("password-reset/sent/", ResetSentView.as_view(), name="password_reset_sent"),
    path("password-reset/done/", ResetDoneView.as_view(), name="password_reset_done"),
    path(
        "password-reset/<uidb64>/<token>/",
        own_transactions(ResetConfirmView.as_view()),
        name="password_reset_confirm",
    ),
    path("accounts/switch/", sign_in.switch_account, name="switch"),
    path("settings/", profile.profile, name="settings"),
    path("settings/password/", signed_in_required(ChangePasswordView.as_view()), name="password"),
    path("settings/account/", profile.account, name="account"),
    path("settings/members/", members.members, name="members"),
    path(f"{_member}role/", members.role, name="member_role"),
    path(f"{_member}remove/", members.remove, name="member_remove"),
    path("settings/members/invite/", invitations.invite, name="invite"),
    path(f"{_invitation}resend/", invitations.resend, name="invitation_resend"),
    path(f"{_invitation}withdraw/", invitations.withdraw, name="invitation_withdraw"),
    path("invitations/<str:secret>/", invitations.invitation, name="invitation"),
    path("settings/keys/", keys.keys, name="keys"),
    # What the API calls them.
    path("settings/api-keys/", keys.api_keys, name="api_keys"),
    path(_key, key.key, name="key"),
    path(f"{_key}rotate/", key.rotate, name="key_rotate"),
    path(f"{_key}end-former/", key.end_former, name="key_end_former"),
    path(f"{_key}revoke/", keys.revoke, name="key_revoke"),
    path("identity/<str:purpose>/", step_up.step_up, name="step_up"),
]
