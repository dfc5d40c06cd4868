"""The one list of codes: each explained, each with one status."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from registrar.api.problem_codes import add_problem_codes, problem_code, problem_codes
from registrar.api.problem_page import problem_page


def test_code_nobody_has_explained_is_refused():
    with pytest.raises(ImproperlyConfigured):
        problem_code("made_up")


def test_code_never_means_two_statuses():
    with pytest.raises(ImproperlyConfigured):
        add_problem_codes(404, {"operation_blocked": "x"})
    assert problem_code("operation_blocked").status == 409


def test_page_lists_every_code_once():
    page = problem_page().decode()
    for known in problem_codes():
        assert page.count(f"| `{known.code}` |") == 1
