"""A new info template, filled from pictures of the document."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.conftest import picture_bytes
from tests.verification.data import COMPANY, CREDIT_CODE, NAME, NUMBER
from tests.verification.services.test_prechecked_submission import BOX, card
from tests.world import reading_of
from verification.models import Material, MaterialReading
from verification.reading.model import (
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reading(settings):
    settings.READ_PICTURES = True


URL, READ = reverse("verification:from_picture"), reverse("verification:what_was_read")


def licence():
    values = {
        Field.NAME: ReadValue(COMPANY, 0.99, BOX),
        Field.NUMBER: ReadValue(CREDIT_CODE, 0.99, BOX),
        Field.LEGAL_REPRESENTATIVE: ReadValue("李四", 0.7, BOX),
        Field.ADDRESS: ReadValue("北京市海淀区示例路 5 号", 0.95, BOX),
    }
    document = DocumentReading(type="YYZZ", confidence=0.99, values=values)
    return PictureReading(format="jpeg", bytes=60_000, width=1600, height=1000, document=document)


@pytest.fixture
def pictured(owner, upload):
    def make(found):
        material = upload(owner)
        with acting_as(owner):
            MaterialReading.objects.filter(material=material).delete()
            reading_of(material, found)
        return material.public_id

    return make


def test_uploaded_picture_is_read_while_the_page_asks(signed_in, owner):
    file = SimpleUploadedFile("card.jpg", picture_bytes(), "image/jpeg")
    page = signed_in.post(URL, {"pictures": file}).content.decode()
    assert "Reading picture 1 of 1" in page
    assert "every 2s" in page
    with acting_as(owner):
        material = Material.objects.get()
        MaterialReading.objects.all().delete()
        reading_of(material, card())
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    part = signed_in.post(READ, {"materials": material.public_id, "seen": seen}).content.decode()
    assert "every 2s" not in part
    assert f'value="{NUMBER}"' in part
    assert f'value="{NAME}"' in part


def test_nothing_new_is_not_sent_again(signed_in, owner, upload):
    material = upload(owner)
    part = signed_in.post(READ, {"materials": material.public_id}).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', part)[1]
    answer = signed_in.post(READ, {"materials": material.public_id, "seen": seen})
    assert answer.status_code == 204


def test_licence_fills_an_organisations_template(signed_in, pictured):
    part = signed_in.post(READ, {"materials": pictured(licence())}).content.decode()
    assert re.search(r'value="organization"\s+checked', part)
    offered = dict(re.findall(r'name="(\w+)" value="([^"]*)"', part))
    assert offered["document_type"] == "YYZZ"
    assert offered["document_number"] == CREDIT_CODE
    assert offered["contact_name_zh"] == "李四"
    assert offered["province"] == "北京市"
    # One of the values was not read surely.
    assert part.count("Please check") == 1


def test_confirmed_values_open_the_form_and_nothing_is_saved(signed_in, owner):
    data = {
        "prefill": "1",
        "holder_type": "organization",
        "take": ["name_zh", "document_number"],
        "name_zh": COMPANY,
        "document_number": CREDIT_CODE,
        "address_zh": "not taken",
    }
    answer = signed_in.post(reverse("templates:new"), data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'value="{COMPANY}"' in page
    assert f'value="{CREDIT_CODE}"' in page
    assert "not taken" not in page
    assert "Nothing is saved yet" in page
    assert 'action="?holder=organization"' in page
    assert "no-store" in answer["Cache-Control"]
    with acting_as(owner):
        assert not InfoTemplate.objects.exists()


def test_picture_lies_upright_as_soon_as_it_is_read_and_the_page_says_what_came_of_it(
    signed_in, pictured
):
    material = pictured(card(turned=90))
    part = signed_in.post(READ, {"materials": material}).content.decode()
    thumb = re.search(rf'<img[^>]* id="thumb-{material}"[^>]*>', part)[0]
    assert "preview/?turned=90" in thumb
    assert 'hx-swap-oob="true"' in thumb
    assert '<p id="said" hx-swap-oob="innerHTML">What we read' in part


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            card(flaws=(Flaw(code="image_watermarked", confidence=0.95),)),
            "Watermark on the picture",
        ),
        (
            PictureReading(
                format="jpeg",
                bytes=60_000,
                width=1600,
                height=1000,
                document=DocumentReading(type="SFZ", confidence=0.99, side=Side.BACK),
            ),
            "Turn it to the side with the portrait",
        ),
    ],
)
def test_flaw_of_a_picture_is_said_beside_the_values_and_stops_nothing(
    signed_in, pictured, found, said
):
    part = signed_in.post(READ, {"materials": pictured(found)}).content.decode()
    assert "The authority may refuse these pictures" in part
    assert said in part
    assert "Has to be corrected" not in part
    assert "Go on with these values" in part


def test_sound_picture_has_no_flaws_said(signed_in, pictured):
    part = signed_in.post(READ, {"materials": pictured(card())}).content.decode()
    assert "may refuse" not in part


def test_picture_in_which_nothing_can_be_read_says_so(signed_in, pictured):
    blank = PictureReading(format="jpeg", bytes=60_000, width=1600, height=1000)
    part = signed_in.post(READ, {"materials": pictured(blank)}).content.decode()
    assert "could read nothing" in part
    assert reverse("templates:new") in part


def test_refused_picture_is_said(signed_in):
    file = SimpleUploadedFile("card.jpg", b"x" * 60_000, "image/jpeg")
    answer = signed_in.post(URL, {"pictures": file})
    assert answer.status_code == 400
    assert "This is not a picture" in answer.content.decode()


def test_showing_what_was_read_is_logged_once_for_each_picture_and_person(
    signed_in, client, bob, owner, pictured
):
    def entries():
        with acting_as(owner):
            found = LogEntry.objects.filter(action="precheck.run")
            return sorted(found.values_list("object_id", flat=True))

    ids = [pictured(card()), pictured(card())]
    signed_in.post(READ, {"materials": ids[:1]})
    assert entries() == ids[:1]
    for _ in range(2):
        signed_in.post(READ, {"materials": ids})
    assert entries() == sorted(ids)
    client.force_login(bob)
    client.post(READ, {"materials": ids[:1]})
    assert len(entries()) == 3


def test_what_was_read_needs_the_right_to_see_pictures(signed_in, monkeypatch, pictured):
    rights = ROLE_PERMISSIONS["owner"] - {Permission.MATERIALS_READ}
    monkeypatch.setitem(ROLE_PERMISSIONS, "owner", rights)
    data = {"materials": pictured(card())}
    for url in (READ, URL):
        answer = signed_in.post(url, data)
        assert answer.status_code == 403
        assert NUMBER not in answer.content.decode()


def test_foreign_pictures_are_not_read(client, gina, pictured):
    client.force_login(gina)
    part = client.post(READ, {"materials": pictured(card())}).content.decode()
    assert NUMBER not in part
    assert NAME not in part


def test_list_and_new_template_lead_here_for_those_who_may(signed_in, client, vera):
    for name in ("templates:list", "templates:new"):
        assert URL in signed_in.get(reverse(name)).content.decode()
    client.force_login(vera)
    assert URL not in client.get(reverse("templates:list")).content.decode()
    assert client.get(URL).status_code == 403
