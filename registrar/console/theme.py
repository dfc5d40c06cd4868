"""The reader's colour theme: a cookie, so that the server writes the right page at once."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "theme"
COOKIE_SECONDS = 365 * 24 * 60 * 60
DEFAULT = "auto"


@dataclass(frozen=True, slots=True)
class Theme:
    """`dark_media` is the media query under which the dark tokens apply."""

    key: str
    label: str | Promise
    icon: str
    dark_media: str


THEMES = {
    theme.key: theme
    for theme in (
        Theme("light", _("Light"), "sun", "not all"),
        Theme("dark", _("Dark"), "moon", "all"),
        Theme("auto", _("Follow system"), "monitor", "(prefers-color-scheme: dark)"),
    )
}


def theme_of(request: HttpRequest) -> Theme:
    """The theme that the cookie names; an absent or unknown name means the default."""
    return THEMES.get(request.COOKIES.get(COOKIE, ""), THEMES[DEFAULT])


def remember_theme(response: HttpResponse, theme: Theme, **cookie: Any) -> None:
    response.set_cookie(COOKIE, theme.key, max_age=COOKIE_SECONDS, samesite="Lax", **cookie)
