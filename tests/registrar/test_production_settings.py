"""The settings of a real installation: complete or refused, and nothing left open."""

import json
import os
import subprocess
import sys

import pytest

from registrar.embedded.keys import make_keys

_KEYS = make_keys()
COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "registrar.settings.production",
    "SECRET_KEY": _KEYS["secret_key"] * 2,
    "FIELD_KEYRING": json.dumps(_KEYS["field_keyring"]),
    "OPLOG_KEY": _KEYS["oplog_key"],
    "ALLOWED_HOSTS": "registrar.example",
    "CONSOLE_URL": "https://registrar.example/",
    "DATABASE_URL": "postgres://registrar:x@127.0.0.1:1/registrar",
    "BROKER_URL": "redis://127.0.0.1:1/0",
    "S3_BUCKET": "materials",
    "EMAIL_HOST": "mail.registrar.example",
    "DEFAULT_FROM_EMAIL": "zhengming@registrar.example",
}
# Decisions of the operator about the whole domain, not ours.
_LEFT_TO_THE_OPERATOR = ("security.W005", "security.W021")
_SHOW = (
    "import django; django.setup(); from django.conf import settings as s; import json;"
    "print(json.dumps({n: getattr(s, n, None) for n in ('TRUSTED_PROXIES', 'EMAIL_TIMEOUT',"
    "'SECURE_PROXY_SSL_HEADER', 'DEBUG', 'DEMO')}))"
)


def run(*command, **environment):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *command],
        env=kept | COMPLETE | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_deployment_checks_find_nothing_that_is_ours():
    done = run("manage.py", "check", "--deploy")
    assert done.returncode == 0, done.stderr
    found = [line for line in done.stderr.splitlines() if line.startswith("?:")]
    assert [line for line in found if not any(w in line for w in _LEFT_TO_THE_OPERATOR)] == []


@pytest.mark.parametrize(("proxies", "believed"), [("1", True), ("0", False)])
def test_tls_is_believed_from_proxies_only(proxies, believed):
    done = run("-c", _SHOW, TRUSTED_PROXIES=proxies)
    values = json.loads(done.stdout)
    assert (values["SECURE_PROXY_SSL_HEADER"] is not None) is believed
    assert not values["DEBUG"]
    assert not values["DEMO"]
    assert values["EMAIL_TIMEOUT"] == 10


@pytest.mark.parametrize("name", sorted(set(COMPLETE) - {"DJANGO_SETTINGS_MODULE"}))
def test_missing_variable_stops_the_start_and_is_named(name):
    done = run("-c", _SHOW, **{name: ""})
    assert done.returncode != 0
    assert name in done.stderr


def test_nobody_is_verified_by_a_simulation_unless_it_is_asked_for():
    code = "from django.conf import settings as s; print(s.SIMULATED_AUTHORITY_ALLOWED)"
    assert run("-c", code).stdout.split() == ["False"]
    refused = run("manage.py", "check", DEFAULT_AUTHORITY="simulated")
    assert refused.returncode != 0
    assert "verification.E004" in refused.stderr
    asked = {"DEFAULT_AUTHORITY": "simulated", "SIMULATED_AUTHORITY_ALLOWED": "true"}
    assert run("manage.py", "check", **asked).returncode == 0
