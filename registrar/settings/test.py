"""The suite's settings: embedded by default, or the servers that the environment names."""

import os
import secrets
import tempfile
from pathlib import Path

import dj_database_url

from registrar.api.rates.rate import parse_rates
from registrar.embedded.keys import make_keys
from registrar.embedded.postgres import database_url
from registrar.tenancy.role_setup import ordinary_url

from . import env
from .base import *  # noqa: F403
from .base import BASE_DIR
from .broker import filesystem_broker
from .storage import local_storages, s3_storages

DEBUG = False
VAR = Path(os.environ.get("VAR") or BASE_DIR / "var" / "test").resolve()
VAR.mkdir(parents=True, exist_ok=True)

_keys = make_keys()
SECRET_KEY = _keys["secret_key"]
FIELD_KEYRING = _keys["field_keyring"]
OPLOG_KEY = _keys["oplog_key"]
ALLOWED_HOSTS = ["*"]
CONSOLE_URL = "https://console.example"

_given = env.text("DATABASE_URL")
DATABASE_URL = (
    ordinary_url(_given)
    if _given
    else database_url(VAR / "postgres", name="registrar", durable=False)
)
DATABASES = {"default": dj_database_url.parse(DATABASE_URL)}
if env.text("S3_ENDPOINT_URL"):
    STORAGES = s3_storages(
        bucket=env.text("S3_BUCKET", "zhengming-test"),
        endpoint_url=env.text("S3_ENDPOINT_URL"),
        region=env.text("S3_REGION", "us-east-1"),
    )
    # Test processes that share a bucket don't see each other's pictures.
    STORAGES["materials_raw"]["OPTIONS"]["location"] = f"test-{secrets.token_hex(4)}"
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
else:
    STORAGES = local_storages(Path(tempfile.mkdtemp(prefix="zhengming-test-")))
CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = filesystem_broker(VAR / "broker")
if env.text("BROKER_URL"):
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = env.text("BROKER_URL"), {}
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True

# There, and never reached: tests of the rates set their own.
API_RATES = {group: parse_rates(group, "900000000/minute") for group in API_RATES}  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "zhengming@registrar.example"
OUTBOX_DIR = VAR / "outbox"
# Reading takes seconds a picture: tests that are about it switch it on.
READ_PICTURES = False
# Approvals go out at once: tests of taking one back set a time.
REVIEW_GRACE = 0
PICTURE_WAIT = 0
DEFAULT_AUTHORITY, SIMULATED_AUTHORITY_ALLOWED = "simulated", True
SIMULATED_AUTHORITY = {"delay": 0, "admit_unknown": False}
SIMULATED_REGISTRY = {"delay": 0}
INSTALLED_APPS = [*INSTALLED_APPS, "registrar.embedded"]  # noqa: F405
