"""Mailing of notices. Ids in; every task may run twice.

Nothing is hurried on commit: a notice waits NOTICE_MAIL_WAIT seconds for others of its kind,
and the sweep finds it then.
"""

import structlog
from celery import shared_task
from django.utils import timezone

from registrar.jobs import hurry
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as

from .mailing import note_mailed, postpone_mail, take_mail
from .mails import send_notices
from .models import Notice

log = structlog.get_logger(__name__)
_AT_ONCE = 500


@shared_task
def mail_notices(account_id: int, user_id: int, topic: str) -> None:
    """Tell one member by one mail what is due about one topic."""
    actor = system_actor(account_id)
    with acting_as(actor):
        parcel = take_mail(actor=actor, user_id=user_id, topic=topic)
    if parcel is None:
        return
    about = {"account": account_id, "user": user_id, "topic": topic}
    try:
        send_notices(parcel)
    except Exception as error:
        log.warning("notices_not_mailed", **about, error=type(error).__name__)
        with acting_as(actor):
            given_up = postpone_mail(parcel=parcel)
        if given_up:
            log.error("notice_mails_given_up", **about, notices=given_up)
        return
    with acting_as(actor):
        note_mailed(parcel=parcel)


@shared_task
def sweep_notices() -> None:
    """Find whose mail is due, in every account, and hurry each."""
    with acting_as(system_staff_actor()):
        due = Notice.objects.filter(due_at__lte=timezone.now())
        mails = due.order_by("account_id", "user_id", "topic").distinct()
        found = list(mails.values_list("account_id", "user_id", "topic")[:_AT_ONCE])
    for account_id, user_id, topic in found:
        hurry(mail_notices, account_id, user_id, topic)
