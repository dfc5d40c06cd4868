"""What every console page needs besides its own content."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .navigation import links_for
from .theme import THEMES, theme_of


def console(request: HttpRequest) -> dict[str, Any]:
    """nav, theme(s), languages, account, memberships and actor.

    The middleware of registrar.accounts sets the last three; pages outside it (errors, sign-in)
    get None or an empty list.
    """
    actor = getattr(request, "actor", None)
    return {
        "nav": links_for(actor, request.path),
        "theme": theme_of(request),
        "themes": list(THEMES.values()),
        "languages": settings.LANGUAGES,
        "actor": actor,
        "account": getattr(request, "account", None),
        "memberships": getattr(request, "memberships", []),
    }
