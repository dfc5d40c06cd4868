"""Health addresses for load balancers and supervisors."""

import datetime as dt

from django.conf import settings
from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from kombu import Connection

from registrar.accounts.middleware import own_transactions

from .models import Heartbeat


@own_transactions
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process lives; touches nothing else."""
    return JsonResponse({"status": "ok"})


@own_transactions
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database and broker answer and a worker was heard lately, else 503."""
    checks = {"database": _database(), "broker": _broker()}
    checks["worker"] = checks["database"] and _worker()
    ready = all(checks.values())
    return JsonResponse({"ready": ready, **checks}, status=200 if ready else 503)


def _database() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def _broker() -> bool:
    try:
        with Connection(
            settings.CELERY_BROKER_URL,
            transport_options=dict(settings.CELERY_BROKER_TRANSPORT_OPTIONS),
            connect_timeout=2,
        ) as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except Exception:
        return False
    return True


def _worker() -> bool:
    patience = dt.timedelta(seconds=settings.SWEEP_INTERVAL * 3 + 5)
    return Heartbeat.objects.filter(name="worker", heard_at__gte=timezone.now() - patience).exists()
