"""The reviewer sees what the system sees in form and pictures, and the pictures upright."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from tests.verification.conftest import picture_bytes
from tests.world import NUMBER, reading_of
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
    findings = html[html.index("findings-title") :]
    assert "用户已确认" in findings[: findings.index("</section>")]


def test_nothing_found_is_said_too(rita, case, browser, page):
    html = opened(browser, rita, page, case(card()))
    assert "填写内容与图片一致" in html


def test_pictures_that_nobody_read_are_no_proof(acme, rita, submit, browser, page):
    html = opened(browser, rita, page, submit(acme, "unread.com"))
    assert "填写内容与图片一致" not in html


def test_a_turned_picture_is_shown_upright(acme, rita, case, browser, stored):
    submission = case(card(turned=90))
    stored("test/read.com", picture_bytes(size=(500, 320)))
    address = reverse("admin:verification_submission_picture", args=[submission.pk, 0])
    response = browser(rita).get(address)
    assert response["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(response.content)).size == (320, 500)


def test_an_upright_picture_is_shown_as_it_is(acme, rita, case, browser, stored):
    submission, content = case(card()), picture_bytes(size=(500, 320))
    stored("test/read.com", content)
    address = reverse("admin:verification_submission_picture", args=[submission.pk, 0])
    assert browser(rita).get(address).content == content
