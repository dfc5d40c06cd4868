"""Dashboard, search, theme switch and style guide."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from registrar.accounts.access import member_required

from . import search
from .panels import filled_panels
from .styleguide import styleguide_context
from .theme import THEMES, remember_theme


@member_required()
@require_GET
def dashboard(request: HttpRequest) -> HttpResponse:
    return render(request, "console/dashboard.html", {"panels": filled_panels(request)})


@member_required()
@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()
    context = {"query": query, "groups": search.search(query)}
    return render(request, "console/search.html", context)


@require_POST
def set_theme(request: HttpRequest) -> HttpResponse:
    """Remember the theme and go back; an unknown theme changes nothing."""
    response = HttpResponseRedirect(_safe_next(request))
    theme = THEMES.get(request.POST.get("theme", ""))
    if theme is not None:
        remember_theme(response, theme, secure=settings.SESSION_COOKIE_SECURE)
    return response


def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for developers and tests: only in DEBUG or DEMO."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "console/styleguide.html", styleguide_context(request))


def _safe_next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if allowed else "/"
