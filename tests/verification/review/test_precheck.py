"""The reviewer sees what the system sees in form and pictures, and the pictures upright."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from tests.verification.conftest import picture_bytes
from tests.world import NUMBER, material_of, reading_of
from verification.models import MaterialReading, SubmissionMaterial
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    Side,
)

pytestmark = pytest.mark.django_db
BOX = Box(0.1, 0.1, 0.5, 0.2)
OTHER_NUMBER = "11010119900307889X"
NOT_READ = "还有图片未识别"
BEING_READ = "图片正在识别，结果会自动显示"


def card(**fields):
    values = {
        Field.NAME: ReadValue("张示例", 0.99, BOX),
        Field.NUMBER: ReadValue(fields.pop("number", NUMBER), 0.99, BOX),
    }
    document = DocumentReading(type="SFZ", confidence=0.99, side=Side.FRONT, values=values)
    return PictureReading(
        format="jpeg", bytes=60_000, width=1600, height=1000, document=document, **fields
    )


@pytest.fixture
def case(acme, submit, inside):
    def make(reading, **fields):
        submission = submit(acme, "read.com", **fields)
        with inside(acme):
            link = submission.submission_materials.get()
            reading_of(link.material, reading)
        return submission

    return make


def opened(browser, rita, page, submission):
    response = browser(rita).get(page("decide", submission))
    assert response.status_code == 200
    return response.content.decode()


def test_what_the_picture_says_otherwise_is_marked(rita, case, browser, page):
    html = opened(browser, rita, page, case(card(number=OTHER_NUMBER)))
    assert "证件号码与证件不一致" in html


def test_neither_number_is_shown_in_whole(rita, case, browser, page):
    html = opened(browser, rita, page, case(card(number=OTHER_NUMBER)))
    assert NUMBER not in html
    assert OTHER_NUMBER not in html


def test_what_the_user_confirmed_is_said(rita, case, browser, page):
    submission = case(card(number=OTHER_NUMBER), confirmed_warnings=["number_mismatch"])
    html = opened(browser, rita, page, submission)
    findings = html[html.index('id="findings-title"') :]
    assert "用户已确认" in findings[: findings.index("</section>")]


@pytest.mark.parametrize("card_of", ["facts-title", "findings-title"])
def test_a_confirmed_warning_is_shown_with_its_values(rita, case, browser, page, inside, card_of):
    submission = case(card(), confirmed_warnings=["region_mismatch"])
    with inside(submission.account):
        place = {"country": "CN", "province": "44", "address_zh": "北京市海淀区示例大街8号"}
        submission.domain.contact = submission.domain.contact | place
        submission.domain.save()
    html = opened(browser, rita, page, submission)
    shown = html[html.index(f'id="{card_of}"') :]
    assert "地址开头是北京市，所选地区是广东省" in shown[: shown.index("</section>")]


def test_nothing_found_is_said_too(rita, case, browser, page):
    html = opened(browser, rita, page, case(card()))
    assert "填写内容与图片一致" in html


def test_pictures_that_nobody_read_are_no_proof(acme, rita, submit, browser, page):
    html = opened(browser, rita, page, submit(acme, "unread.com"))
    assert "填写内容与图片一致" not in html


def unread_beside(inside, acme, submission, **fields):
    """Another picture of the submission, with a reading's row if `fields` say how far it is."""
    with inside(acme):
        material = material_of(acme)
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material, position=1
        )
        if fields:
            MaterialReading.objects.create(account=acme, material=material, **fields)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, NOT_READ),
        ({"state": "given_up"}, NOT_READ),
        ({"state": "waiting"}, BEING_READ),
    ],
)
def test_beside_findings_it_is_said_that_a_picture_is_not_read(
    acme, rita, case, browser, page, inside, fields, said
):
    submission = case(card(number=OTHER_NUMBER))
    unread_beside(inside, acme, submission, **fields)
    html = opened(browser, rita, page, submission)
    assert "证件号码与证件不一致" in html
    assert [words for words in (NOT_READ, BEING_READ) if words in html] == [said]


def test_where_all_is_read_nothing_is_said_of_reading(rita, case, browser, page):
    html = opened(browser, rita, page, case(card(number=OTHER_NUMBER)))
    assert NOT_READ not in html
    assert BEING_READ not in html


def test_claiming_asks_for_the_readings_and_looking_does_not(
    acme, rita, submit, browser, page, inside, settings
):
    settings.READ_PICTURES = True
    submission = submit(acme, "unread.com")
    assert NOT_READ in opened(browser, rita, page, submission)
    html = browser(rita).post(page("claim", submission), follow=True).text
    assert BEING_READ in html
    with inside(acme):
        assert MaterialReading.objects.get().state == "waiting"


def test_taking_over_asks_for_them_too(acme, rita, rex, submit, browser, page, settings):
    submission = submit(acme, "unread.com", state="in_review", reviewer=rex)
    settings.READ_PICTURES = True
    html = browser(rita).post(page("take-over", submission), follow=True).text
    assert BEING_READ in html


def test_claiming_leaves_what_is_read(rita, case, browser, page, settings):
    settings.READ_PICTURES = True
    html = browser(rita).post(page("claim", case(card())), follow=True).text
    assert "填写内容与图片一致" in html


def test_an_erased_picture_is_not_asked_for(acme, rita, submit, browser, page, inside, settings):
    settings.READ_PICTURES = True
    submission = submit(acme, "unread.com")
    with inside(acme):
        submission.materials.update(state="erased")
    browser(rita).post(page("claim", submission))
    with inside(acme):
        assert not MaterialReading.objects.exists()


def test_a_turned_picture_is_shown_upright(acme, rita, case, browser, stored):
    submission = case(card(turned=90), state="in_review", reviewer=rita)
    stored("test/read.com", picture_bytes(size=(500, 320)))
    address = reverse("admin:verification_submission_picture", args=[submission.pk, 0])
    response = browser(rita).get(address)
    assert response["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(response.content)).size == (320, 500)


def test_an_upright_picture_is_shown_as_it_is(acme, rita, case, browser, stored):
    submission = case(card(), state="in_review", reviewer=rita)
    content = picture_bytes(size=(500, 320))
    stored("test/read.com", content)
    address = reverse("admin:verification_submission_picture", args=[submission.pk, 0])
    assert browser(rita).get(address).content == content
