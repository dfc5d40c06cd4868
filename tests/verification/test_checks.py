from verification import checks
from verification.catalogue.model import CatalogueError


def test_shipped_data_are_complete():
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
    assert [found.id for found in checks.check_diagnosis()] == ["verification.E001"]
