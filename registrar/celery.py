"""The worker's and the scheduler's application."""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_init
from django.core.exceptions import ImproperlyConfigured

from registrar.startup import refuse_broken_data

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "registrar.settings.embedded")

app = Celery("registrar", task_cls="registrar.broker_loss:LossNoticingTask")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Tasks of a package inside an app, which Celery does not look for.
app.autodiscover_tasks(["verification.waiting"])


@setup_logging.connect
def _use_django_logging(**_kwargs: Any) -> None:
    """Celery must not replace the handlers that Django's settings have set up."""


@worker_init.connect
def _refuse_broken_data(**_kwargs: Any) -> None:
    """Celery only notes what a handler raises, unless it says that the process ends."""
    try:
        refuse_broken_data()
    except ImproperlyConfigured as refusal:
        raise SystemExit(str(refusal)) from refusal


@app.on_after_finalize.connect
def _schedule_sweeps(sender: Celery, **_kwargs: Any) -> None:
    from django.conf import settings  # noqa: PLC0415 - settings are ready only now

    for name in settings.SWEEPS:
        # A sweep that nobody took before the next one came is of no use any more.
        sender.add_periodic_task(
            settings.SWEEP_INTERVAL,
            sender.signature(name),
            name=f"sweep {name}",
            expires=settings.SWEEP_INTERVAL,
        )
