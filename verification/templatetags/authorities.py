"""{% load authorities %}: which authorities staff should know of."""

import datetime as dt

from django import template
from django.utils.translation import gettext, ngettext

from registrar.errors import Text
from verification.authorities.status import Status, troubled_authorities
from verification.states import AnswerEffect, SubmissionState

register = template.Library()


@register.simple_tag
def authority_troubles() -> list[Status]:
    """{% authority_troubles as troubles %}: in trouble, not called for now, or paused."""
    return troubled_authorities()


@register.filter
def standing_name(standing: str) -> Text:
    """What an authority said of a submission, in the words of the submission's own states."""
    if standing in SubmissionState.values:
        return SubmissionState(standing).label
    return AnswerEffect.PENDING.label if standing == AnswerEffect.PENDING else standing


@register.filter
def span(length: dt.timedelta | None) -> str:
    """A length of time in its two largest units worth telling; "-" where there is none."""
    if length is None:
        return "-"
    seconds = max(0, round(length.total_seconds()))
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, seconds = divmod(rest, 60)
    if days:
        return _joined(_days(days), _hours(hours) if hours else "")
    if hours:
        return _joined(_hours(hours), _minutes(minutes) if minutes else "")
    if minutes:
        return _joined(_minutes(minutes), _seconds(seconds) if seconds else "")
    return _seconds(seconds)


def _joined(first: str, second: str) -> str:
    return gettext("%(first)s %(second)s") % {"first": first, "second": second} if second else first


def _days(number: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", number) % {"n": number}


def _hours(number: int) -> str:
    return ngettext("%(n)d hour", "%(n)d hours", number) % {"n": number}


def _minutes(number: int) -> str:
    return ngettext("%(n)d minute", "%(n)d minutes", number) % {"n": number}


def _seconds(number: int) -> str:
    return ngettext("%(n)d second", "%(n)d seconds", number) % {"n": number}
