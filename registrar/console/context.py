"""What every console page needs besides its own content."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .navigation import links_for
from .theme import THEMES, theme_of
from .topbar import filled_entries


def console(request: HttpRequest) -> dict[str, Any]:
    """nav, topbar, theme(s), languages, account, memberships and actor.

    The middleware of registrar.accounts sets the last three; pages outside it (errors, sign-in)
    get None or an empty list. A view may have said where its page belongs (navigation.belongs_to).
    """
    actor = getattr(request, "actor", None)
    return {
        "nav": links_for(actor, getattr(request, "nav_path", request.path)),
        # Asked for where it is shown only: parts of pages have no bar.
        "topbar": partial(filled_entries, request),
        "theme": theme_of(request),
        "themes": list(THEMES.values()),
        "languages": settings.LANGUAGES,
        "actor": actor,
        "account": getattr(request, "account", None),
        "memberships": getattr(request, "memberships", []),
    }
