"""One click instead of a password. These addresses exist in the demo only (registrar.urls)."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from registrar.accounts.middleware import own_transactions
from registrar.accounts.models import User
from registrar.embedded.demo_data.cast import EVERYBODY
from registrar.post_or_back import post_or_back

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@own_transactions
@post_or_back("embedded:start")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demo's people, whoever was signed in before; 404 for others."""
    email = request.POST.get("email", "")
    if not settings.DEMO or email not in {person.email for person in EVERYBODY}:
        raise Http404
    user = User.objects.filter(email=email, is_active=True).first()
    if user is None:
        raise Http404
    logout(request)
    login(request, user, backend=_BACKEND)
    return redirect("admin:index" if user.is_staff else settings.LOGIN_REDIRECT_URL)
