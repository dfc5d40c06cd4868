"""Texts of the API document on its page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def told_of(told: dict[str, str], name: str) -> str:
    """The sentence that a resource is described by."""
    return told[name]


@register.filter
def with_code(text: object) -> SafeString:
    """What stands between backticks becomes code; everything is escaped."""
    parts = str(text).split("`")
    shown = (
        format_html('<code class="mono">{}</code>', part) if index % 2 else format_html("{}", part)
        for index, part in enumerate(parts)
    )
    return mark_safe("".join(shown))
