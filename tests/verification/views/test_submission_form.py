"""The submission form in the browser's hands: its buttons, and what was confirmed in it."""

import re

import pytest
from django.urls import reverse

from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER, OTHER_NUMBER
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of
from verification.models import MaterialReading, Submission
from verification.reading.model import Flaw

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reading(settings):
    settings.READ_PICTURES = True


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


def blurry(**fields):
    """Neither its sharpness nor its number is read surely, so that both only ask."""
    return card(confidence=0.6, flaws=(Flaw(code="image_blurry", confidence=0.6),), **fields)


@pytest.fixture
def doubtful(pictured):
    """A form with two warnings, one of them about both of its pictures."""
    ids = [pictured(blurry()), pictured(blurry())]
    return {
        "document_type": "SFZ",
        "document_number": OTHER_NUMBER,
        "materials": ids,
        "submit": "1",
    }


def sent_along(page):
    """The confirmations that the form holds already, with what they speak of."""
    hidden = re.findall(r'type="hidden" name="confirmed_warnings" value="(\w+)"', page)
    seen = re.findall(r'name="warnings_seen" value="(\w+)"', page)
    return {"confirmed_warnings": hidden, "warnings_seen": seen[0] if seen else ""}


def asked(page):
    return re.findall(r'type="checkbox" name="confirmed_warnings" value="(\w+)"', page)


def confirm(client, url, data, page, *codes):
    """Tick the boxes of `codes` on a page, and submit what is then in the form."""
    given = sent_along(page)
    given["confirmed_warnings"] = [*given["confirmed_warnings"], *codes]
    return client.post(url, data | given)


def test_two_blurry_pictures_are_one_box_that_names_both(signed_in, form_url, doubtful):
    page = signed_in.post(form_url, doubtful).content.decode()
    assert sorted(asked(page)) == ["image_blurry", "number_mismatch"]
    assert "Picture 1, Picture 2" in page


def test_warnings_may_be_confirmed_one_at_a_time(signed_in, form_url, doubtful, owner):
    page = signed_in.post(form_url, doubtful).content.decode()
    page = confirm(signed_in, form_url, doubtful, page, "image_blurry").content.decode()
    assert asked(page) == ["number_mismatch"]
    assert sent_along(page)["confirmed_warnings"] == ["image_blurry"]
    assert confirm(signed_in, form_url, doubtful, page, "number_mismatch").status_code == 302
    with acting_as(owner):
        confirmed = Submission.objects.get().confirmed_warnings
    assert confirmed == ["image_blurry", "number_mismatch"]


def test_confirmations_end_when_the_number_changes(signed_in, form_url, doubtful):
    page = signed_in.post(form_url, doubtful).content.decode()
    page = confirm(signed_in, form_url, doubtful, page, "number_mismatch").content.decode()
    changed = doubtful | {"document_number": NUMBER}
    page = confirm(signed_in, form_url, changed, page, "image_blurry").content.decode()
    assert asked(page) == ["image_blurry"]
    assert not sent_along(page)["confirmed_warnings"]


def test_confirmations_end_when_a_picture_comes_or_goes(signed_in, form_url, doubtful, pictured):
    page = signed_in.post(form_url, doubtful).content.decode()
    codes = ("image_blurry", "number_mismatch")
    ids = doubtful["materials"]
    for other in (ids[:1], ids[::-1], [*ids, pictured(blurry())]):
        answer = confirm(signed_in, form_url, doubtful | {"materials": other}, page, *codes)
        assert answer.status_code == 400
        assert sorted(asked(answer.content.decode())) == sorted(codes)


def test_confirmations_end_when_more_is_read_in_the_same_picture(
    signed_in, form_url, doubtful, owner
):
    page = signed_in.post(form_url, doubtful).content.decode()
    with acting_as(owner):
        row = MaterialReading.objects.order_by("pk").last()
        material = row.material
        row.delete()
        reading_of(material, card(confidence=0.6))
    answer = confirm(signed_in, form_url, doubtful, page, "image_blurry", "number_mismatch")
    assert answer.status_code == 400
    assert sorted(asked(answer.content.decode())) == ["image_blurry", "number_mismatch"]


def test_confirmations_of_nothing_that_was_shown_are_ignored(signed_in, form_url, doubtful):
    given = {"confirmed_warnings": ["image_blurry", "number_mismatch"]}
    assert signed_in.post(form_url, doubtful | given).status_code == 400
