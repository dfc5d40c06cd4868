"""A case on the workbench, with two pictures that were read, and who looks at it."""

import json
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.test import Client
from playwright.sync_api import Page

from registrar.embedded.documents import draw_id_card
from tests import world
from verification.models import Submission, SubmissionMaterial
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
)
from verification.services.sealing import number_fields
from verification.services.stored import material_storage

NAME, NUMBER = "王范例", "440306199509203028"
# Digit 10, of the birth date, was typed as another.
TYPED = NUMBER[:9] + "6" + NUMBER[10:]
NUMBER_BOX = Box(0.307, 0.827, 0.75, 0.899)
SIZE = (1284, 810)


def front() -> PictureReading:
    def value(text: str, box: Box, confidence: float = 0.99) -> ReadValue:
        return ReadValue(text, confidence, box)

    values = {
        Field.NAME: value(NAME, Box(0.14, 0.118, 0.275, 0.204)),
        Field.NUMBER: value(NUMBER, NUMBER_BOX),
        Field.SEX: value("F", Box(0.132, 0.242, 0.184, 0.307)),
        Field.BORN_ON: value("1995-09-20", Box(0.14, 0.357, 0.41, 0.416)),
        Field.ADDRESS: value(
            "北京市东城区示例路1号样本小区2号楼301室", Box(0.144, 0.466, 0.561, 0.606), 0.81
        ),
    }
    document = DocumentReading(type="SFZ", confidence=0.99, side=Side.FRONT, values=values)
    return PictureReading(
        format="jpeg", bytes=60_000, width=SIZE[0], height=SIZE[1], document=document
    )


def back() -> PictureReading:
    values = {
        Field.ISSUED_ON: ReadValue("2016-03-01", 0.99, Box(0.4, 0.7, 0.6, 0.75)),
        Field.EXPIRES_ON: ReadValue("2036-03-01", 0.97, Box(0.62, 0.7, 0.82, 0.75)),
    }
    document = DocumentReading(type="SFZ", confidence=0.99, side=Side.BACK, values=values)
    glare = Flaw(code="image_glare", confidence=0.7, boxes=(Box(0.1, 0.1, 0.3, 0.3),))
    return PictureReading(
        format="jpeg",
        bytes=60_000,
        width=SIZE[0],
        height=SIZE[1],
        document=document,
        flaws=(glare,),
    )


def make_case(account, name: str, **fields: object) -> Submission:
    """A submission of a domain with two pictures; inside the fence already."""
    contact = {"contact_name_zh": NAME, "address_zh": "南山区样例街道8号", "province": "44"}
    holder = "王範例"
    domain = world.domain_of(
        account, name, real_name="in_review", contact=contact, registrant_name=holder
    )
    values = {
        "domain": domain,
        "holder_name": holder,
        "contact_name": NAME,
        "document_type": "SFZ",
    }
    submission = world.submission_of(account, **(values | number_fields(TYPED) | fields))
    for position, reading in enumerate((front(), back())):
        kind = "identity_document" if position == 0 else "identity_document_back"
        stored = f"test/workbench-{submission.pk}-{position}.jpg"
        material_storage().save(stored, ContentFile(draw_id_card(NAME, NUMBER)))
        material = world.material_of(
            account, storage_name=stored, kind=kind, sha256=f"{submission.pk:062d}{position:02d}"
        )
        world.reading_of(material, reading)
        SubmissionMaterial.objects.create(
            account=account, submission=submission, material=material, position=position
        )
    return submission


def open_page(open_context: Callable, url: str, user, path: str, **options: object) -> Page:
    """As `user`; what the console says is kept in `page.complaints`."""
    theme = options.pop("theme", "light")
    language = options.pop("language", "en")
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    context = open_context(
        reduced_motion="reduce", color_scheme=theme, **{"height": 800, "width": 1280} | options
    )
    cookies = {"sessionid": client.cookies["sessionid"].value, "language": language, "theme": theme}
    context.add_cookies([{"name": n, "value": str(v), "url": url} for n, v in cookies.items()])
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(url + path, wait_until="networkidle")
    return page


def frame(page: Page, selector: str) -> dict[str, float]:
    """Where an element stands in the window, rotated or not."""
    found: dict[str, float] = json.loads(
        page.evaluate(
            "s => JSON.stringify(document.querySelector(s).getBoundingClientRect())", selector
        )
    )
    return found
