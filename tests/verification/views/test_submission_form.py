"""The submission form in the browser's hands: its buttons, and what was confirmed in it."""

import re

import pytest
from django.urls import reverse

from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of
from verification.models import MaterialReading

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reading(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def signed_in(client, alice):
    client.force_login(alice)
    client.cookies["language"] = "en"
    return client


@pytest.fixture
def form_url(acme, make_domain):
    domain = make_domain(acme, "a.com", real_name="failed")
    return reverse("verification:reverify_resubmit", args=[domain.name])


@pytest.fixture
def pictured(owner, upload):
    """`pictured(card())`: an uploaded picture with what was read in it."""

    def make(found):
        material = upload(owner)
        with acting_as(owner):
            MaterialReading.objects.filter(material=material).delete()
            reading_of(material, found)
        return material.public_id

    return make


def buttons(page):
    form = page[page.index('id="submission-form"') :]
    return re.findall(r"<button[^>]*>", form)


def test_enter_in_a_field_submits_and_removes_no_picture(signed_in, form_url, pictured):
    typed = {"document_type": "QT", "document_number": NUMBER, "materials": pictured(card())}
    page = signed_in.post(form_url, typed).content.decode()
    first, *others = buttons(page)
    assert 'name="submit" value="1"' in first
    assert 'tabindex="-1" aria-hidden="true"' in first
    assert any('name="remove"' in button for button in others)
    assert any('name="use"' in button for button in others)
