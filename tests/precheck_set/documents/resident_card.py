"""Resident identity card: the portrait side, the emblem side, and both in one picture.

Residence permits of Hong Kong, Macau and Taiwan residents follow the same layout; their title
stands on the back only.
"""

import datetime as dt

import numpy as np

from tests.precheck_set.documents.page import LABEL, Page, wrapped
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders.people import Person

_SIZE = (1000, 631)  # 85.6 mm × 54 mm


def draw_card_front(who: Person, *, number: str = "") -> Drawn:
    """`number` instead of the person's own, for a permit. Permits don't print an ethnicity."""
    page = Page(_SIZE, (232, 238, 242))
    page.gradient((228, 238, 244), (244, 236, 232))
    page.waves((216, 226, 234))
    _row(page, 76, "姓名", who.name, 38, key="name")
    _row(page, 152, "性别", "男" if who.male else "女", 32)
    if not number:
        page.text((300, 156), "民族", 27, ink=LABEL)
        page.text((380, 152), who.ethnicity, 32)
    y = 222
    page.text((64, y + 4), "出生", 27, ink=LABEL)
    for x, text, unit in (
        (150, str(who.born.year), "年"),
        (290, str(who.born.month), "月"),
        (370, str(who.born.day), "日"),
    ):
        page.text((x, y), text, 32)
        page.text((x + 24 + 18 * len(text), y + 4), unit, 27, ink=LABEL)
    page.text((64, 300), "住址", 27, ink=LABEL)
    for row, line in enumerate(wrapped(who.address, 32, 440)):
        page.text((150, 296 + 44 * row), line, 32, key="address")
    page.text((64, 544), "公民身份号码", 27, ink=LABEL)
    page.spaced((320, 536), number or who.number, 38, 27, key="number")
    page.portrait((655, 84), (270, 350))
    return page.finished(sample_at=(880, 602))


def draw_card_back(
    who: Person, *, issued: dt.date, expires: dt.date | None, permit: str = "", pass_no: str = ""
) -> Drawn:
    """`expires` None: 长期. `permit` is a permit's title instead of the card's."""
    page = Page(_SIZE, (236, 238, 240))
    page.gradient((240, 232, 228), (226, 236, 242))
    page.waves((220, 224, 232))
    page.rosette((150, 140), 82)
    if permit:
        page.text((600, 150), permit, 64, anchor="mm", weight=2)
    else:
        page.text((600, 100), "中华人民共和国", 50, anchor="mm", weight=1)
        page.text((600, 206), "居 民 身 份 证", 74, anchor="mm", weight=2)
    office = (
        f"{who.place.city or who.place.province}公安局{who.place.county.removesuffix('区')}分局"
    )
    end = f"{expires:%Y.%m.%d}" if expires else "长期"
    rows = [("签发机关", office, ""), ("有效期限", f"{issued:%Y.%m.%d}-{end}", "expires")]
    if pass_no:
        rows.append(("通行证号码", pass_no, "serial"))
    y = 410 if pass_no else 450
    for label, value, key in rows:
        page.text((300 - 27 * len(label), y + 3), label, 27, ink=LABEL)
        page.text((340, y), value, 32, key=key)
        y += 68
    return page.finished(sample_at=(880, 602))


def joined(front: Drawn, back: Drawn) -> Drawn:
    """Both sides under each other on white, as copying machines join them."""
    gap, margin = 90, 70
    width = front.size[0] + 2 * margin
    top, below = front.pixels, back.pixels
    height = top.shape[0] + below.shape[0] + gap + 2 * margin
    sheet = np.full((height, width, 3), 250, np.uint8)
    sheet[margin : margin + top.shape[0], margin : margin + top.shape[1]] = top
    start = margin + top.shape[0] + gap
    sheet[start : start + below.shape[0], margin : margin + below.shape[1]] = below
    places = {
        key: (left + margin, up + margin, right + margin, down + margin)
        for key, (left, up, right, down) in front.places.items()
    }
    return Drawn(sheet, places)


def _row(page: Page, y: int, label: str, value: str, size: int, *, key: str = "") -> None:
    page.text((64, y + 4), label, 27, ink=LABEL)
    page.text((150, y), value, size, key=key, weight=1)
