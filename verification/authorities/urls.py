"""The authorities' own pages in the admin, beside those that Django makes."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from . import route_views, status_views, trial_views, views

_OF_ONE: dict[str, Callable[..., Any]] = {
    "edit": views.edit,
    "detail": views.detail,
    "drop-secret": views.drop_secret,
    "remove": views.remove,
    "status": status_views.one,
    "pause": status_views.pause,
    "resume": status_views.resume,
    "try": trial_views.try_now,
}


def authority_urls(wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` is the admin site's: it asks for a member of staff."""
    name = "verification_authority_{}".format
    return [
        path("new/", wrap(views.new), name=name("new")),
        path("status/", wrap(status_views.everybody), name=name("overview")),
        *(path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in _OF_ONE.items()),
    ]


def route_urls(wrap: Callable[..., Any]) -> list[URLPattern]:
    name = "verification_authorityroute_{}".format
    return [
        path("new/", wrap(route_views.new), name=name("new")),
        path("<int:pk>/edit/", wrap(route_views.edit), name=name("edit")),
        path("<int:pk>/remove/", wrap(route_views.remove), name=name("remove")),
    ]
