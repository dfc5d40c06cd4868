"""What a member was told: the list, the bell, and where they want to be told."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from registrar.accounts.access import member_required
from registrar.accounts.requests import MemberRequest
from registrar.listing import list_page
from registrar.post_or_back import post_or_back

from .bell import rung_for, unread_figure
from .kinds import Topic
from .recipients import Wish, wishes_of
from .selectors import notices_of, unread_count, unread_of
from .services import change_preferences, read_all, read_notice
from .topic_texts import TOPIC_TEXTS

_NEWEST_FIRST = ("-id",)
_STOP_ASKING = 286


@require_safe
@member_required()
def notice_list(request: MemberRequest) -> HttpResponse:
    only_unread = request.GET.get("show") == "unread"
    rows = unread_of(request.actor) if only_unread else notices_of(request.actor)
    asked = {"show": "unread"} if only_unread else {}
    page = list_page(request, rows, order=_NEWEST_FIRST, asked=asked)
    context = {
        "notices": page.items,
        "only_unread": only_unread,
        "unread": unread_figure(unread_count(request.actor)),
        # Only who sees the newest can say that they have seen all.
        "newest": page.items[0] if page.items and not page.first_url else None,
        **page.links,
    }
    return render(request, "notices/list.html", context)


@member_required()
@post_or_back("notices:list")
def open_notice(request: MemberRequest, notice_id: str) -> HttpResponse:
    """Read, and on to what it is about."""
    return HttpResponseRedirect(read_notice(actor=request.actor, notice_id=notice_id).url)


@member_required()
@post_or_back("notices:list")
def mark_all_read(request: MemberRequest) -> HttpResponse:
    read_all(actor=request.actor, up_to=request.POST.get("up_to", ""))
    return redirect("notices:list")


@require_safe
def bell(request: HttpRequest) -> HttpResponseBase:
    """The bell itself, for the script on each page; opened as a page, the list.

    Whoever has signed out elsewhere just isn't rung for any more: the page they are at, which
    may hold half a form, stays. That is why it is not behind `member_required`.
    """
    if request.headers.get("HX-Request") != "true":
        return _list_instead(request)
    data = rung_for(request)
    if data is None:
        return HttpResponse(status=_STOP_ASKING, headers={"HX-Reswap": "none"})
    return render(request, "notices/bell.html", {"panel": data})


@member_required()
def _list_instead(request: MemberRequest) -> HttpResponse:
    return redirect("notices:list")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required()
def preferences(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        wishes = {topic: _wish(request.POST.getlist(topic)) for topic in Topic.values}
        change_preferences(actor=request.actor, wishes=wishes)
        messages.success(request, _("Your choice is saved."))
        return redirect("notices:preferences")
    known = wishes_of(request.account.pk, request.user.pk)
    rows = [(topic, TOPIC_TEXTS[topic], known.get(topic, Wish())) for topic in Topic]
    return render(request, "notices/preferences.html", {"tab": "notices", "rows": rows})


def _wish(ticked: list[str]) -> Wish:
    return Wish(in_console="console" in ticked, by_mail="mail" in ticked)
