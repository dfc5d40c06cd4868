"""The middle is pure: rules know no database, no HTTP, no task queue."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

PURE = [
    "domains/gates",
    "templates_app/rules",
    "templates_app/restrictions/questions.py",
    "templates_app/gates.py",
    "templates_app/tidy.py",
    "verification/catalogue",
    "verification/diagnosis",
    "verification/materials_rules",
    "verification/safe_day.py",
    "verification/review/comparison",
    "verification/waiting/days.py",
    "verification/waiting/unchanged.py",
    "verification/reverification/rules.py",
    "verification/messages/keys.py",
    "verification/messages/understanding.py",
    "verification/plans/rules.py",
    "registrar/workdays",
    "registrar/oplog/chain.py",
    "domains/service_status.py",
]
FORBIDDEN = ("django.db", "django.http", "django.conf", "rest_framework", "celery", "requests")


def sources(place: str) -> list[Path]:
    path = settings.BASE_DIR / place
    return [path] if path.suffix else sorted(path.rglob("*.py"))


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("place", PURE)
def test_rules_import_nothing_impure(place):
    files = sources(place)
    assert files, place
    for path in files:
        found = {n for n in imported(path) if n.startswith(FORBIDDEN) or ".models" in n}
        assert not found, f"{path}: {found}"
