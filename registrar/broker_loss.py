"""A worker that notices a lost broker by the message it can't acknowledge."""

from typing import Any

from celery import Task
from celery.worker.request import Request


class LossNoticingRequest(Request):
    """Lets the connection error of a failed acknowledgement through to the worker's loop.

    Celery logs it and goes on. The message then counts against the prefetch limit for good, and
    when the limit is full no socket to the broker is watched any more: the worker looks alive
    and takes nothing, for ever. Raised instead, the error makes the worker connect anew; the
    message comes back once more, which every task here bears.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "connection_errors": ()})


class LossNoticingTask(Task):
    """The base of every task."""

    Request = LossNoticingRequest
    abstract = True
