"""Cards of Hong Kong, Macau and Taiwan residents and of foreigners."""

import datetime as dt

from tests.precheck_set.documents.page import LABEL, Page
from tests.precheck_set.documents.passport import Foreigner
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders.people import Person

_SIZE = (1000, 631)
_TITLES = {
    "GAJMTX": (
        "港澳居民来往内地通行证",
        "MAINLAND TRAVEL PERMIT FOR HONG KONG AND MACAO RESIDENTS",
    ),
    "TWJMTX": ("台湾居民来往大陆通行证", "MAINLAND TRAVEL PERMIT FOR TAIWAN RESIDENTS"),
}


def draw_travel_permit(
    document_type: str,
    who: Person,
    number: str,
    *,
    issued: dt.date,
    expires: dt.date,
    name: str = "",
) -> Drawn:
    """`name` as printed, where it is printed in traditional characters."""
    title, english = _TITLES[document_type]
    page = Page(_SIZE, (236, 240, 236))
    page.gradient((226, 238, 240), (242, 238, 226))
    page.waves((218, 228, 224))
    page.text((500, 62), title, 46, anchor="mm", weight=1)
    page.latin((150, 98), english, 19)
    page.portrait((60, 150), (270, 350))
    surname, given = who.latin
    page.text((380, 150), "姓名", 24, ink=LABEL)
    page.text((500, 144), name or who.name, 38, weight=1, key="name")
    page.latin((500, 198), f"{surname}, {given}", 28)
    rows = (
        (252, "出生日期", f"{who.born:%Y.%m.%d}", ""),
        (304, "性别", "男" if who.male else "女", ""),
        (356, "有效期限", f"{issued:%Y.%m.%d}-{expires:%Y.%m.%d}", "expires"),
        (408, "签发机关", "公安部出入境管理局", ""),
        (460, "签发次数", "01", ""),
    )
    for y, label, value, key in rows:
        page.text((380, y + 2), label, 24, ink=LABEL)
        page.text((500, y), value, 28, key=key)
    page.text((380, 534), "证件号码", 24, ink=LABEL)
    page.spaced((500, 524), number, 38, 27, key="number")
    return page.finished(sample_at=(60, 594))


def draw_permanent_resident(
    who: Foreigner, number: str, *, issued: dt.date, expires: dt.date, chinese: str = ""
) -> Drawn:
    """The foreigner's card; `chinese` is the name in characters, where the holder has one."""
    page = Page(_SIZE, (234, 240, 240))
    page.gradient((232, 240, 236), (238, 232, 240))
    page.waves((220, 228, 230))
    page.text((520, 56), "中华人民共和国外国人永久居留身份证", 38, anchor="mm", weight=1)
    page.latin((230, 88), "FOREIGN PERMANENT RESIDENT ID CARD", 22)
    page.text((60, 140), "姓名/Name", 22, ink=LABEL)
    page.latin((60, 172), f"{who.surname}, {who.given}", 34, key="name")
    if chinese:
        page.text((60, 214), chinese, 34, weight=1)
    rows = (
        (60, 270, "性别/Sex", "男 / M" if who.male else "女 / F", ""),
        (260, 270, "出生日期/Date of Birth", f"{who.born:%Y.%m.%d}", ""),
        (60, 354, "国籍/Nationality", f"{who.nation} / {who.country}", ""),
        (
            60,
            438,
            "有效期限/Period of Validity",
            f"{issued:%Y.%m.%d}-{expires:%Y.%m.%d}",
            "expires",
        ),
        (60, 526, "证件号码/ID No.", "", ""),
    )
    for x, y, label, value, key in rows:
        page.text((x, y), label, 22, ink=LABEL)
        page.text((x, y + 30), value, 30, key=key)
    page.spaced((260, 518), number, 38, 27, key="number")
    page.portrait((690, 140), (260, 330))
    return page.finished(sample_at=(860, 600))
