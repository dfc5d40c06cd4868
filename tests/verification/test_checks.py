"""Shipped data are checked whenever Django checks itself."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from registrar.startup import SHIPPED_DATA
from verification import checks
from verification.catalogue.catalogue import REASONS_FOLDER
from verification.catalogue.model import CatalogueError


@pytest.fixture
def copied(monkeypatch, tmp_path):
    """The shipped data, to be damaged."""
    for path in REASONS_FOLDER.glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr("verification.checks.REASONS_FOLDER", tmp_path)
    return tmp_path


def test_shipped_catalogue_passes(copied):
    assert run_checks(tags=[SHIPPED_DATA]) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('title]\nzh = "证件已过期"', 'title]\nzh = ""', "document_expired: title"),
        ('link = "resubmit"', 'link = "reset"', "link 'reset' is none of"),
        ('use = "wait_after_issue"', 'use = "wait"', "no shared step 'wait'"),
    ],
)
def test_damaged_catalogue_is_an_error_that_names_the_place(copied, old, new, problem):
    path = copied / "timing.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    (error,) = run_checks(tags=[SHIPPED_DATA])
    assert error.id == "verification.E001"
    assert "timing.toml" in error.msg
    assert problem in error.msg


def test_missing_sample_picture_is_an_error(copied, monkeypatch):
    monkeypatch.setattr("verification.checks.SAMPLES_FOLDER", copied)
    (error,) = run_checks(tags=[SHIPPED_DATA])
    assert "no file id-card-sides.svg" in error.msg


def test_manage_py_check_refuses_a_damaged_catalogue(copied):
    (copied / "timing.toml").write_text("[[reason", encoding="utf-8")
    with pytest.raises(SystemCheckError, match=r"timing\.toml: unreadable"):
        call_command("check")


def test_every_cause_is_judged_or_asked_about():
    assert checks.check_diagnosis() == []


def test_cause_that_nothing_judges_stops_the_start(monkeypatch):
    monkeypatch.setattr(checks, "CHECKS", {})
    (found,) = checks.check_diagnosis()
    assert found.id == "verification.E002"
    assert "number_length" in found.msg


def test_unreadable_data_stop_the_start(monkeypatch):
    def broken():
        raise CatalogueError("questions.toml: unreadable")

    monkeypatch.setattr(checks, "questions", broken)
    assert [found.id for found in checks.check_diagnosis()] == ["verification.E003"]
