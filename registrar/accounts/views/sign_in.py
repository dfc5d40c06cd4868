"""Signing in and out, and choosing the account."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView
from django.http import HttpResponse, HttpResponseRedirect

from registrar.accounts.access import member_required
from registrar.accounts.forms.sign_in import SignInForm
from registrar.accounts.request_actor import choose_account
from registrar.accounts.requests import MemberRequest
from registrar.errors import NotFound
from registrar.post_or_back import post_or_back


class SignInView(LoginView):
    template_name = "accounts/login.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(demo=settings.DEMO, **kwargs)


@member_required()
@post_or_back("console:dashboard")
def switch_account(request: MemberRequest) -> HttpResponse:
    """Work in another account of the user's from now on; NotFound for anybody else's."""
    wanted = request.POST.get("account", "")
    for membership in request.memberships:
        if membership.account.public_id == wanted:
            choose_account(request, membership.account)
            return HttpResponseRedirect("/")
    raise NotFound()
