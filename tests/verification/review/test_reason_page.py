"""Staff read the same text as the user, without the user's ways on."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def page_of(code):
    return reverse("admin:verification_submission_reason", args=[code])


def test_staff_read_the_same_text(client, rex):
    client.force_login(rex)
    client.cookies["language"] = "en"
    text = client.get(page_of("registrant_name_mismatch")).text
    assert "A single character is enough to fail." in text
    assert "/static/img/samples/licence-name.svg" in text
    assert "注册者信息不一致" in text
    assert "/templates/new/" not in text


def test_page_needs_the_right_to_see_submissions(client, make_staff):
    client.force_login(make_staff("nobody@registrar.example", decides=True))
    assert client.get(page_of("document_expired")).status_code == 403


def test_unknown_reason_is_404(client, rex):
    client.force_login(rex)
    assert client.get(page_of("nonsense")).status_code == 404


def test_members_are_not_let_in(client, alice):
    client.force_login(alice)
    assert client.get(page_of("document_expired")).status_code in (302, 403, 404)
