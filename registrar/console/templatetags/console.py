"""{% load console %}: icons, status words and the small components."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()

TONES = frozenset({"ok", "warn", "bad", "info", "muted"})
_CALLOUT_ICONS = {
    "info": "info",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-x",
    "muted": "info",
}
# Django's message levels, as the console's tones.
_MESSAGE_TONES = {"success": "ok", "warning": "warn", "error": "bad", "info": "info"}


def _tone(name: str) -> str:
    if name not in TONES:
        raise template.TemplateSyntaxError(f"unknown tone {name!r}: one of {sorted(TONES)}")
    return name


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> str:
    """A lucide icon. Hidden from screen readers unless it has a `label` of its own."""
    classes = f"icon {css}".strip()
    if label:
        return lucide(name, size=None, **{"class": classes, "role": "img", "aria_label": label})
    return lucide(name, size=None, **{"class": classes, "aria_hidden": "true"})


@register.simple_tag(takes_context=True)
def in_admin(context: Any) -> bool:
    """Whether staff have asked for a page of the admin: what customers are told is not for them."""
    request = context.get("request")
    user = getattr(request, "user", None)
    below = request is not None and request.path_info.startswith(reverse("admin:index"))
    return bool(below and user is not None and user.is_staff)


@register.inclusion_tag("console/components/badge.html")
def badge(
    tone: str, label: Any, href: str = "", title: str = "", live: bool = False
) -> dict[str, Any]:
    """A status word; with `href` the word itself is the link, with `live` its dot pulses."""
    return {"tone": _tone(tone), "label": label, "href": href, "title": title, "live": live}


@register.inclusion_tag("console/components/empty.html")
def empty(
    icon: str, title: Any, text: Any = "", action_label: Any = "", action_url: str = ""
) -> dict[str, Any]:
    """What to do where there is nothing yet."""
    return {
        "icon": icon,
        "title": title,
        "text": text,
        "action_label": action_label,
        "action_url": action_url,
    }


@register.inclusion_tag("console/components/pager.html")
def pager(next_url: str = "", first_url: str = "", summary: Any = "") -> dict[str, Any]:
    """Keyset paging: forward, and back to the beginning."""
    return {"next_url": next_url, "first_url": first_url, "summary": summary}


@register.filter
def thousands(value: Any) -> Any:
    """A count as 3,000, in both languages; anything but a whole number as it is."""
    return f"{value:,}" if isinstance(value, int) else value


@register.inclusion_tag("console/components/stat.html")
def stat(label: Any, value: Any, url: str = "", tone: str = "", sub: Any = "") -> dict[str, Any]:
    """A figure; `tone` warn or bad colours it, and whole numbers get separators."""
    return {"label": label, "value": thousands(value), "url": url, "tone": tone, "sub": sub}


@register.inclusion_tag("console/components/copy.html")
def copy(text: str) -> dict[str, Any]:
    """A button that copies `text`."""
    return {"text": text}


@register.simple_block_tag
def callout(
    content: SafeString,
    tone: str,
    *,
    title: Any = "",
    action_label: Any = "",
    action_url: str = "",
    icon: str = "",
) -> str:
    """{% callout "warn" title=… %}body{% endcallout %}"""
    context = {
        "tone": _tone(tone),
        "title": title,
        "body": content,
        "icon": icon or _CALLOUT_ICONS[tone],
        "action_label": action_label,
        "action_url": action_url,
    }
    return render_to_string("console/components/callout.html", context)


@register.simple_block_tag
def dialog(
    content: SafeString,
    *,
    label: Any,
    title: Any,
    css: str = "",
    icon: str = "",
    opened: Any = False,
) -> str:
    """A button (`label`, classes `css`) that opens a panel with `title` and the block's body;
    `opened` shows the panel at once."""
    context = {"label": label, "title": title, "body": content, "css": css, "icon": icon}
    return render_to_string("console/components/dialog.html", context | {"opened": opened})


@register.filter
def message_tone(level_tag: str) -> str:
    """The tone of a message of django.contrib.messages."""
    return _MESSAGE_TONES.get(level_tag, "muted")


@register.filter
def tone_icon(tone: str) -> str:
    return _CALLOUT_ICONS[_tone(tone)]
