"""No web server and no worker begins on shipped data that is broken."""

import importlib

import pytest
from celery.signals import worker_init
from celery.utils.dispatch import Signal
from django.core.exceptions import ImproperlyConfigured

import registrar.wsgi
from registrar.celery import _refuse_broken_data
from registrar.startup import refuse_broken_data


@pytest.fixture
def broken(monkeypatch, tmp_path):
    (tmp_path / "shared.toml").write_text("[step", encoding="utf-8")
    (tmp_path / "samples.toml").touch()
    monkeypatch.setattr("verification.checks.REASONS_FOLDER", tmp_path)


def test_shipped_data_is_sound():
    refuse_broken_data()
    importlib.reload(registrar.wsgi)


def test_web_server_does_not_start_on_broken_data(broken):
    with pytest.raises(ImproperlyConfigured, match=r"shared\.toml: unreadable.*reasons/"):
        importlib.reload(registrar.wsgi)


def test_worker_does_not_start_on_broken_data(broken):
    # As Celery sends it: whatever is not an end of the process is only noted.
    signal = Signal(name="worker_init")
    signal.connect(_refuse_broken_data)
    with pytest.raises(SystemExit, match=r"shared\.toml: unreadable"):
        signal.send(sender=None)


def test_worker_is_asked_before_it_begins():
    receivers = [receiver() for _key, receiver in worker_init.receivers]
    assert _refuse_broken_data in receivers
