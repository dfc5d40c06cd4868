"""{% load guidance %}: where a step of the catalogue leads."""

from collections.abc import Mapping
from typing import Any

from django import template

from verification.models import Submission
from verification.step_links import Links, StepLink, links_for_submission, no_links

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


@register.simple_tag(takes_context=True)
def links_of(context: dict[str, Any], submission: Submission) -> Links:
    """{% links_of submission as links %}: where this failure's steps lead the reader."""
    actor = context.get("actor")
    return links_for_submission(submission, actor) if actor and actor.account_id else no_links()
