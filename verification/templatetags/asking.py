"""{% load asking %}: what reviewers ask customers for."""

from typing import Any

from django import template

from verification.asking.shown import points_of
from verification.models import MoreRequest, Submission
from verification.review.ask_form import AskForm, empty_form
from verification.selectors import materials_of

register = template.Library()


@register.simple_tag
def ask_form(submission: Submission, typed: Any = None) -> AskForm:
    """{% ask_form submission ask as form %}: what was typed, or an empty form; one query then."""
    return typed if isinstance(typed, AskForm) else empty_form(materials_of(submission))


@register.simple_tag
def requests_for_more(submission: Submission) -> list[MoreRequest]:
    """{% requests_for_more submission as requests %}: newest first, with what was answered; two
    queries."""
    rows = submission.more_requests.select_related("asked_by").order_by("-pk")
    return list(rows.prefetch_related("items__about", "items__answer_picture"))


@register.filter
def points(request: MoreRequest) -> Any:
    """{{ request|points }}"""
    return points_of(request)
