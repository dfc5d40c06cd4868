"""Settings that every installation shares. Nothing here is a secret or a place."""

from pathlib import Path

from csp.constants import NONE, SELF
from kombu import Queue

from .rates import api_rates

BASE_DIR = Path(__file__).resolve().parent.parent.parent

INSTALLED_APPS = [
    "registrar.tenancy",
    "registrar.accounts",
    "registrar.oplog",
    "registrar.console",
    "registrar.api",
    "registrar.events",
    "registrar.notices",
    "registrar.webhooks",
    "registrar.batches",
    "registrar.sheets",
    "templates_app",
    "domains",
    "verification",
    "verification.plans",
    "verification.support",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_fsm",
    "django_structlog",
    "drf_spectacular",
    "lucide",
    "rest_framework",
]

# How many proxies of our own stand before the web processes; see registrar.client_address.
TRUSTED_PROXIES = 0

MIDDLEWARE = [
    "registrar.client_address.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "registrar.private_answers.PrivateAnswersMiddleware",
    "csp.middleware.CSPMiddleware",
    # Outside of whatever may redirect or refuse: CSRF check, sign-in, views.
    "registrar.console.whole_pages.WholePageMiddleware",
    "registrar.nul_bytes.NulByteMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "registrar.console.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "registrar.console.request_log.PathOnlyRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    # Last: it runs the view itself, inside the fence.
    "registrar.console.service_errors.PageMiddleware",
]

ROOT_URLCONF = "registrar.urls"
WSGI_APPLICATION = "registrar.wsgi.application"
FORM_RENDERER = "registrar.console.forms_renderer.ConsoleFormRenderer"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "registrar.console.context.console",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"registrar.accounts.password_rules.{name}"}
    for name in (
        "LongEnough",
        "NotDigitsOnly",
        "NotCommon",
        "NotLikeThePerson",
    )
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "console:dashboard"
LOGOUT_REDIRECT_URL = "accounts:login"
PASSWORD_RESET_TIMEOUT = 60 * 60

# Ten wrong passwords for one name from one address: a quarter of an hour's rest.
AXES_USERNAME_FORM_FIELD = "username"  # the form's name; axes assumes the model's
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_HTTP_RESPONSE_CODE = 429
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "zh-hans"
# Each language in its own words: nobody has to read the other to find theirs.
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
TIME_ZONE = "Asia/Shanghai"
FORMAT_MODULE_PATH = "registrar.formats"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]

CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One policy for console and admin: no inline script or style, no eval.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False  # htmx reads the token from the page, not from the cookie
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "registrar.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["registrar.api.authentication.ApiKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["registrar.api.permissions.HasScope"],
    "DEFAULT_RENDERER_CLASSES": ["registrar.api.renderers.ApiRenderer"],
    "DEFAULT_PARSER_CLASSES": ["registrar.api.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "registrar.api.schema.ZhengmingSchema",
    "EXCEPTION_HANDLER": "registrar.api.problems.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    "URL_FORMAT_OVERRIDE": None,
}
# How often keys may call (registrar.settings.rates), counted in the Redis at this address; "":
# each process counts for itself.
API_RATES = api_rates()
RATE_LIMIT_URL = ""
SPECTACULAR_SETTINGS = {
    "TITLE": "正名 Zhengming API",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    # Relative to where the document was fetched (OpenAPI 3.1, Server Object): right behind every
    # name that an installation has. Paths hold /api/v1 themselves.
    "SERVERS": [{"url": "/"}],
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_PUBLIC": True,
    # Names of value lists that several shapes call by the same field name.
    "ENUM_NAME_OVERRIDES": {
        "HolderType": "templates_app.models.HolderType",
        "TemplateState": "templates_app.states.TemplateState",
        "OperationState": "domains.states.OperationState",
        "OperationKind": "domains.operation_kinds.KINDS",
        "RequestedOperation": "domains.operation_kinds.GATED_KINDS",
        "GateOperation": "domains.gates.Operation",
        "MaterialKind": "verification.models.material.MaterialKind",
        "MaterialState": "verification.models.material.MaterialState",
        "ReminderState": "verification.waiting.states.ReminderState",
        "PlanState": "verification.plans.states.PlanState",
        "PlanLineState": "verification.plans.states.LineState",
        "PlanRoute": "verification.plans.states.PlanRoute",
        "QuestionKind": "verification.diagnosis.questions.ANSWER_KINDS",
        "BatchState": "registrar.batches.states.BatchState",
        "BatchItemState": "registrar.batches.states.ItemState",
        "SupportRequestState": "verification.support.states.RequestState",
        "WebhookEndpointState": "registrar.webhooks.states.SHOWN_STATES",
        "WebhookDeliveryState": "registrar.webhooks.states.DeliveryState",
        "SupportSide": "verification.support.states.AuthorKind",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "registrar.api.described_rules.describe_rules",
        "registrar.api.schema.describe_problems",
        "registrar.api.schema.describe_limits",
        "registrar.api.described_resources.describe_resources",
        "registrar.events.api.schema.describe_events",
        "registrar.api.samples.fill_samples",
    ],
}

CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
# Three queues: pictures are slow and heavy to read, and receivers of webhooks take the time they
# like; what goes to authorities and registries waits behind neither. A worker that is told no
# queue serves all.
CELERY_TASK_QUEUES = (Queue("celery"), Queue("pictures"), Queue("webhooks"))
CELERY_TASK_ROUTES = {
    "verification.picture_tasks.work_on_picture": {"queue": "pictures"},
    "registrar.webhooks.tasks.work_on_endpoint": {"queue": "webhooks"},
}
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# How often the scheduler looks for what is due and not done (seconds).
SWEEP_INTERVAL = 30
# The tasks that look; each is short, finds its work in the database and may run twice.
SWEEPS = [
    "domains.tasks.sweep_operations",
    "verification.tasks.sweep_submissions",
    "verification.review.tasks.sweep_idle_claims",
    "verification.picture_tasks.sweep_pictures",
    "verification.picture_tasks.sweep_prechecks",
    "verification.messages.tasks.sweep_reclassifications",
    "registrar.events.tasks.sweep_old_events",
    "registrar.notices.tasks.sweep_notices",
    "registrar.api.tasks.sweep_idempotent_calls",
    "registrar.webhooks.tasks.sweep_webhooks",
    "registrar.webhooks.tasks.sweep_webhook_log",
    "verification.waiting.tasks.sweep_reminders",
    "verification.plans.tasks.sweep_plans",
    "registrar.batches.tasks.sweep_batches",
    "registrar.sheets.tasks.sweep_imports",
    "registrar.batches.tasks.sweep_forgotten",
    "registrar.console.tasks.note_heartbeat",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"secrets": {"()": "registrar.accounts.log_scrubbing.WithoutSecrets"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    # A line for each call, with the ids of cases: ours say what matters.
    "loggers": {"httpx2": {"level": "WARNING"}},
}

# Whether pictures are read (OCR) before they are submitted. Without it the pre-check sees the
# form and the files only.
READ_PICTURES = True
# How long a submission waits for a picture that nobody reads, before it may go without (seconds).
PICTURE_PATIENCE = 120
# How long an API request waits for its pictures before it is told to come back (seconds).
PICTURE_WAIT = 5

# The reviewers' day, in TIME_ZONE, and how many of its hours a first review may take where the
# profile says nothing else (ReviewPolicy).
REVIEW_DAY = ("09:00", "18:00")
REVIEW_HOURS = 8
# How long a claim holds while its reviewer does nothing (minutes).
REVIEW_LEASE = 20
# How long an approval waits before it goes to the authority: until then it can be taken back
# (seconds).
REVIEW_GRACE = 60

# Where codes for the step-up check go; see registrar.accounts.senders.
STEP_UP_SENDER = "registrar.accounts.senders.MailSender"

# How long a notice waits before it is mailed, so that many of a kind become one mail (seconds).
NOTICE_MAIL_WAIT = 120

# What names can be registered under, as people write it, and the nameservers of a new name that
# comes without any.
SUFFIXES_SOLD = [
    *("com", "net", "org", "cn", "com.cn", "net.cn", "org.cn"),
    *("中国", "公司", "网络", "top", "xyz", "vip", "info", "shop"),
]
DEFAULT_NAMESERVERS = ["ns1.registrar.example", "ns2.registrar.example"]

# How long events can be read (days); older ones are removed.
EVENT_RETENTION_DAYS = 90

# Where webhooks may go besides public addresses, by TLS, on these ports: networks such as
# "10.20.0.0/16", on any port and without TLS.
WEBHOOK_ALLOWED_NETWORKS: list[str] = []
WEBHOOK_PORTS = [443, 8443]

# Demo conveniences (sign-in buttons, outbox page) exist only where this is true.
DEMO = False

# The simulated authority and registry: how long they take (seconds), and whether the
# authority enrols an identity that it has never heard of instead of refusing it.
SIMULATED_AUTHORITY = {"delay": 60, "admit_unknown": False}
SIMULATED_REGISTRY = {"delay": 60}
# Whether people may be verified by it. Only where nobody is: demo and tests.
SIMULATED_AUTHORITY_ALLOWED = False
# Who takes what no route names: the code of an authority; "" for nobody.
DEFAULT_AUTHORITY = ""
# An authority that fails so many times in a row is left alone for `pause` seconds, twice as long
# after each trial that fails, at most `longest`.
AUTHORITY_CIRCUIT = {"failures": 5, "pause": 30, "longest": 900}
AUTHORITY_ADAPTER = "verification.authorities.simulated.adapter.SimulatedAuthority"
REGISTRY_ADAPTER = "domains.registries.simulated.adapter.SimulatedRegistry"
