"""Everything under one folder (VAR): what `manage.py` uses when nothing else is asked for.

PostgreSQL comes from a wheel, the broker is a folder, pictures lie in another one. Keys are
made at the first start and kept in VAR; they never leave it.
"""

import os
from pathlib import Path

import dj_database_url

from registrar.embedded.keys import load_or_make_keys
from registrar.embedded.postgres import database_url

from .base import *  # noqa: F403
from .base import BASE_DIR
from .broker import filesystem_broker
from .rates import rate_limit_url
from .storage import local_storages

DEBUG = False
VAR = Path(os.environ.get("VAR") or BASE_DIR / "var").resolve()
VAR.mkdir(parents=True, exist_ok=True)

_keys = load_or_make_keys(VAR / "keys.json")
SECRET_KEY = _keys["secret_key"]
FIELD_KEYRING = _keys["field_keyring"]
OPLOG_KEY = _keys["oplog_key"]

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
# The demo tells its processes where it listens; whoever is not told takes the usual place.
CONSOLE_URL = os.environ.get("CONSOLE_URL") or "http://127.0.0.1:8000"
# The demo's processes are told the address; whoever is not told starts or joins the server.
DATABASE_URL = os.environ.get("DATABASE_URL") or database_url(VAR / "postgres", name="registrar")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60)}
STORAGES = local_storages(VAR)
CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = filesystem_broker(VAR / "broker")
if os.environ.get("BROKER_URL"):
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = os.environ["BROKER_URL"], {}
RATE_LIMIT_URL = rate_limit_url(CELERY_BROKER_URL)
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
# Shorter than elsewhere: what a killed worker had in hand is taken up again after 40 seconds.
CELERY_TASK_SOFT_TIME_LIMIT = 25
CELERY_TASK_TIME_LIMIT = 30

# Served from where they lie: nothing to collect, and an edited file shows after a restart.
WHITENOISE_USE_FINDERS = True

DEMO = True
SWEEP_INTERVAL = 2
NOTICE_MAIL_WAIT = 10
REVIEW_GRACE = 15
# Receivers that somebody tries out beside the demo.
WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.0/8", "::1/128"]
OUTBOX_DIR = VAR / "outbox"
EMAIL_BACKEND = "registrar.embedded.outbox.OutboxMailBackend"
DEFAULT_FROM_EMAIL = "zhengming@registrar.example"
STEP_UP_SENDER = "registrar.embedded.outbox.OutboxSender"
DEFAULT_AUTHORITY, SIMULATED_AUTHORITY_ALLOWED = "simulated", True
SIMULATED_AUTHORITY = {"delay": 3, "admit_unknown": True}
SIMULATED_REGISTRY = {"delay": 3}

INSTALLED_APPS = [*INSTALLED_APPS, "registrar.embedded"]  # noqa: F405
TEMPLATES[0]["OPTIONS"]["context_processors"].append(  # type: ignore[index]  # noqa: F405
    "registrar.embedded.context.demo_logins"
)
