"""{% load diagnosis %}: a failure sorted for its card."""

from dataclasses import dataclass, field
from typing import Any

from django import template

from registrar.accounts.permissions import Permission
from verification.answer_texts import ANSWERS
from verification.failure_types import Cause, ExplainedReason, Failure
from verification.models import Submission
from verification.retrying import waits_for_retry

register = template.Library()


@dataclass(frozen=True, slots=True)
class SortedReason:
    """A reason with its causes in three piles: mend this, look at this, not this.

    `asks` are the codes whose question is put here: each question stands once on the page.
    """

    reason: ExplainedReason
    confirmed: list[Cause] = field(default_factory=list)
    unknown: list[Cause] = field(default_factory=list)
    ruled_out: list[Cause] = field(default_factory=list)
    asks: set[str] = field(default_factory=set)


@register.filter
def sorted_reasons(failure: Failure) -> list[SortedReason]:
    """{% for one in failure|sorted_reasons %}"""
    asked: set[str] = set()
    return [_sort(reason, asked) for reason in failure["reasons"]]


@register.simple_tag(takes_context=True)
def may_mend(context: dict[str, Any], submission: Submission) -> bool:
    """{% may_mend submission as open %}: this reader may act, and the failure still stands."""
    actor = context.get("actor")
    may_write = bool(actor and actor.account_id and actor.may(Permission.VERIFICATIONS_WRITE))
    return may_write and waits_for_retry(submission)


@register.filter
def answer_text(value: str) -> Any:
    """{{ cause.answer|answer_text }}: yes and no in words, a date as it is."""
    return dict(ANSWERS).get(value, value)


def _sort(reason: ExplainedReason, asked: set[str]) -> SortedReason:
    found = SortedReason(reason)
    said: set[str] = set()
    for cause in reason["causes"]:
        # Two causes with one proof are one thing to do.
        if cause["verdict"] == "confirmed" and cause["evidence"] not in said:
            said.add(cause["evidence"])
            found.confirmed.append(cause)
        elif cause["verdict"] == "unknown":
            found.unknown.append(cause)
        elif cause["verdict"] == "ruled_out":
            found.ruled_out.append(cause)
    for cause in (*found.confirmed, *found.unknown, *found.ruled_out):
        question = cause["question"]
        if question and question["key"] not in asked:
            asked.add(question["key"])
            found.asks.add(cause["code"])
    return found
