"""Hurrying work along: the database row is the job, the message only wakes a worker."""

import datetime as dt
from functools import partial
from typing import Any

import structlog
from celery import Task
from django.conf import settings
from django.db import transaction
from django.utils import timezone

log = structlog.get_logger(__name__)


def hurry_on_commit(task: Task, *args: Any) -> None:
    """Send `task` once the transaction has committed.

    A broker that is down costs time, not work: the sweep finds the row later, so that a failure
    to send is logged and not raised. Arguments are ids, never personal data.
    """
    transaction.on_commit(partial(hurry, task, *args))


def hurry(task: Task, *args: Any, expires: int | None = None) -> None:
    """Send `task` now. After `expires` seconds in the queue it is dropped: for sweeps, which send
    another, so that a backlog doesn't grow by what it holds already."""
    try:
        task.apply_async(args=args, retry=False, expires=expires)
    except Exception as error:
        log.warning("job_not_hurried", task=task.name, args=args, error=type(error).__name__)


def lease_until() -> dt.datetime:
    """Until when a row that a worker takes now is left alone by all others.

    After a killed worker the row waits that long.
    """
    return timezone.now() + lease_length()


def lease_length() -> dt.timedelta:
    """A third longer than any task may run (CELERY_TASK_TIME_LIMIT), so that two never work on
    a row at once."""
    return dt.timedelta(seconds=settings.CELERY_TASK_TIME_LIMIT * 4 / 3)
