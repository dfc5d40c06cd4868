"""The reviewers' pages below /admin/verification/submission/."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from . import look_views, views
from .asking import ask_more
from .picture import picture, sent
from .reason_page import reason

# <id>/<name>/, by the same name.
_OF_ONE: dict[str, Callable[..., Any]] = {
    "decide": views.decide,
    "claim": views.claim,
    "take-over": views.take_over,
    "approve": views.approve,
    "refuse": views.refuse,
    "reveal": look_views.reveal,
    "look": look_views.look,
    "reading": look_views.reading,
    "ask-more": ask_more,
}


def urlpatterns(wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` is the admin site's: it asks for a member of staff."""
    name = "verification_submission_{}".format
    return [
        *(path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in _OF_ONE.items()),
        path("<int:pk>/picture/<int:position>/", wrap(picture), name=name("picture")),
        path("<int:pk>/picture/<int:position>/sent/", wrap(sent), name=name("sent")),
        path("reasons/<str:code>/", wrap(reason), name=name("reason")),
    ]
