"""A real installation: every secret and place comes from the environment, none has a default."""

import dj_database_url

from . import env
from .base import *  # noqa: F403
from .base import BASE_DIR, SUFFIXES_SOLD
from .rates import rate_limit_url
from .storage import s3_storages

DEBUG = False
SECRET_KEY = env.required("SECRET_KEY")
FIELD_KEYRING = env.json_object("FIELD_KEYRING")
OPLOG_KEY = env.required("OPLOG_KEY")
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS") or [env.required("ALLOWED_HOSTS")]
# Links in mails that no request is behind.
CONSOLE_URL = env.site_address("CONSOLE_URL")
CSRF_TRUSTED_ORIGINS = env.listing("CSRF_TRUSTED_ORIGINS")

# A kept connection is tried before it is used: a restarted database costs no answers.
DATABASES = {
    "default": dj_database_url.parse(
        env.required("DATABASE_URL"), conn_max_age=60, conn_health_checks=True
    )
}
CELERY_BROKER_URL = env.required("BROKER_URL")
RATE_LIMIT_URL = rate_limit_url(CELERY_BROKER_URL)
STORAGES = s3_storages(
    bucket=env.required("S3_BUCKET"),
    endpoint_url=env.text("S3_ENDPOINT_URL") or None,
    region=env.text("S3_REGION") or None,
)
STATIC_ROOT = env.text("STATIC_ROOT", str(BASE_DIR / "var" / "static"))

EMAIL_HOST = env.required("EMAIL_HOST")
EMAIL_PORT = env.integer("EMAIL_PORT", default=587, minimum=1)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=True)
# A mail server that hangs must not take the web processes with it.
EMAIL_TIMEOUT = env.integer("EMAIL_TIMEOUT", default=10, minimum=1)
DEFAULT_FROM_EMAIL = env.required("DEFAULT_FROM_EMAIL")

STEP_UP_SENDER = env.text("STEP_UP_SENDER", "registrar.accounts.senders.MailSender")
# Verifying real people by a simulation must be asked for in so many words.
DEFAULT_AUTHORITY = env.text("DEFAULT_AUTHORITY")
SIMULATED_AUTHORITY_ALLOWED = env.flag("SIMULATED_AUTHORITY_ALLOWED", default=False)
SWEEP_INTERVAL = env.integer("SWEEP_INTERVAL", default=30, minimum=1)
READ_PICTURES = env.flag("READ_PICTURES", default=True)
PICTURE_WAIT = env.integer("PICTURE_WAIT", default=5)
PICTURE_PATIENCE = env.integer("PICTURE_PATIENCE", default=120)
SUFFIXES_SOLD = env.listing("SUFFIXES_SOLD", default=tuple(SUFFIXES_SOLD))
DEFAULT_NAMESERVERS = env.listing("DEFAULT_NAMESERVERS")
EVENT_RETENTION_DAYS = env.integer("EVENT_RETENTION_DAYS", default=90, minimum=1)

# Receivers inside: whoever sets webhooks up may then call them too.
WEBHOOK_ALLOWED_NETWORKS = env.networks("WEBHOOK_ALLOWED_NETWORKS")
WEBHOOK_PORTS = env.ports("WEBHOOK_PORTS", default=(443, 8443))

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", default=1)
if TRUSTED_PROXIES:
    # Only a proxy's word counts: without one anybody could claim to come by TLS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Load balancers ask by plain HTTP, from inside.
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
SECURE_HSTS_SECONDS = env.integer("SECURE_HSTS_SECONDS", default=31536000)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
