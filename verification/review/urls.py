"""The reviewers' pages below /admin/verification/submission/."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from . import claim_views, look_views, verdict_views, views
from .asking import ask_more
from .picture import picture, sent
from .queue.actions import assign, resend, take_next
from .reason_page import reason

# <id>/<name>/, by the same name.
_OF_ONE: dict[str, Callable[..., Any]] = {
    "decide": views.decide,
    "claim": views.claim,
    "take-over": views.take_over,
    "keep": claim_views.keep,
    "give-back": claim_views.let_go,
    "approve": verdict_views.approve,
    "refuse": verdict_views.refuse,
    "confirm": verdict_views.confirm,
    "reopen": verdict_views.reopen,
    "reveal": look_views.reveal,
    "look": look_views.look,
    "reading": look_views.reading,
    "ask-more": ask_more,
}
# <name>/: the queue's buttons.
_OF_MANY: dict[str, Callable[..., Any]] = {"next": take_next, "assign": assign, "resend": resend}


def urlpatterns(wrap: Callable[..., Any]) -> list[URLPattern]:
    """`wrap` is the admin site's: it asks for a member of staff."""
    name = "verification_submission_{}".format
    return [
        *(path(f"<int:pk>/{n}/", wrap(view), name=name(n)) for n, view in _OF_ONE.items()),
        *(path(f"{n}/", wrap(view), name=name(n)) for n, view in _OF_MANY.items()),
        path("<int:pk>/picture/<int:position>/", wrap(picture), name=name("picture")),
        path("<int:pk>/picture/<int:position>/sent/", wrap(sent), name=name("sent")),
        path("reasons/<str:code>/", wrap(reason), name=name("reason")),
    ]
