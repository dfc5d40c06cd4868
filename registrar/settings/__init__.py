"""The Celery app is made with the settings, so that every process sends to the same broker."""

from registrar.celery import app as celery_app

__all__ = ["celery_app"]
