import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_what_people_search_for_is_not_logged(capfd):
    Client().get("/templates/?q=11010519491231002X")
    logged = "".join(capfd.readouterr())
    assert "GET /templates/" in logged
    assert "11010519491231002X" not in logged
