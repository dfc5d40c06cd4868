"""{% load review_queue %}: what waits for the reviewer who looks at the admin's front page."""

from django import template

from registrar.accounts.models import User
from verification.messages.selectors import open_count
from verification.review.queue import QueueCounts, queue_counts

register = template.Library()


@register.simple_tag
def review_counts(user: User) -> QueueCounts:
    """{% review_counts user as waiting %}"""
    return queue_counts(user)


@register.simple_tag
def open_messages() -> int:
    """{% open_messages as unknown %}"""
    return open_count()
