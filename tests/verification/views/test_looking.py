"""Small pictures for pages: previews, places in a picture, the picture as it is sent."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests.verification.conftest import picture_bytes
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of, rendition_of
from verification.services.stored import save_material

pytestmark = pytest.mark.django_db
PLACE = "1000-1000-5000-3000"


@pytest.fixture
def material(owner, upload):
    return upload(owner)


def part_of(material, place=PLACE):
    return reverse("verification:material_part", args=[material.public_id, place])


def preview_of(material):
    return reverse("verification:material_preview", args=[material.public_id])


def looks(owner):
    with acting_as(owner):
        return LogEntry.objects.filter(action="material.viewed").count()


def image(response):
    return Image.open(BytesIO(response.content))


def test_part_is_a_small_picture_of_that_place_which_nobody_keeps(client, alice, material):
    client.force_login(alice)
    response = client.get(part_of(material))
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "private, no-store"
    shown = image(response)
    assert shown.width < 500
    assert shown.height < 320


def test_turned_pictures_are_shown_upright(client, alice, owner, material):
    with acting_as(owner):
        reading_of(material, card(turned=90))
    client.force_login(alice)
    shown = image(client.get(preview_of(material)))
    assert shown.size == (320, 500)


def test_formats_that_browsers_dont_show_are_shown_as_jpeg(client, alice, owner, upload):
    client.force_login(alice)
    response = client.get(preview_of(upload(owner, picture_bytes(fmt="TIFF"))))
    assert image(response).format == "JPEG"


def test_who_has_just_uploaded_it_leaves_no_entry_others_leave_one(
    client, alice, bob, owner, material
):
    client.force_login(alice)
    client.get(part_of(material))
    client.get(preview_of(material))
    assert looks(owner) == 0
    client.force_login(bob)
    client.get(part_of(material))
    client.get(preview_of(material))
    client.get(part_of(material, "0-0-100-100"))
    assert looks(owner) == 1


@pytest.mark.parametrize(
    "place", ["1-2-3", "a-b-c-d", "5000-0-1000-100", "0-0-0-0", "0-0-99999999-1", "-1-0-1-1"]
)
def test_a_place_that_is_none_is_404(client, alice, material, place):
    client.force_login(alice)
    assert client.get(part_of(material, place)).status_code == 404


def test_rendition_is_shown_as_it_is_sent(client, alice, owner, material):
    content = picture_bytes(seed=5)
    with acting_as(owner):
        made = rendition_of(material, storage_name=save_material(content))
    client.force_login(alice)
    response = client.get(reverse("verification:rendition_content", args=[made.public_id]))
    assert response.content == content


def test_strangers_see_nothing(client, gina, owner, material):
    with acting_as(owner):
        made = rendition_of(material)
    client.force_login(gina)
    sent = reverse("verification:rendition_content", args=[made.public_id])
    for url in (part_of(material), preview_of(material), sent):
        assert client.get(url).status_code == 404
