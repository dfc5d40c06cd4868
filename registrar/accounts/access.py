"""Who may open a page: every console view is behind `member_required`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from .asking_page import asking_page
from .guard import require
from .middleware import View
from .permissions import Permission
from .requests import MemberRequest


def member_required(permission: Permission | None = None) -> Callable[[View], View]:
    """Decorates a page's function view: signed in, in an account, holding `permission`.

    Otherwise: to the sign-in page and back; a page that explains how to join an account; or
    NotPermitted, which the console answers with its 403 page. `request.actor` and
    `request.account` are set in the view.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.actor is None:
                return redirect_to_login(asking_page(request))
            if request.account is None:
                return no_account(request)
            if permission is not None:
                require(request.actor, permission)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def signed_in_required(view: View) -> View:
    """Decorates a page of the person, not of an account: a membership is not needed."""

    @wraps(view)
    def guarded(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.actor is None:
            return redirect_to_login(asking_page(request))
        return view(request, *args, **kwargs)

    return guarded


def no_account(request: MemberRequest) -> HttpResponse:
    """What a person without any membership sees instead of an account's page."""
    reading = request.method in {"GET", "HEAD"}
    return render(request, "accounts/no_account.html", status=200 if reading else 403)
