"""{% load guidance %}: where a step of the catalogue leads."""

from collections.abc import Mapping

from django import template

from verification.step_links import StepLink

register = template.Library()


@register.simple_tag
def link_url(link: StepLink | None, links: Mapping[str, str] | None = None) -> str:
    """The address of a step's link among `links` of the object at hand; "" for none.

    Pages of others are where they are; without `links` the page in general is meant.
    """
    if not link:
        return ""
    if link["key"] == "external" or not links:
        return link["url"]
    return links.get(link["key"], "")
