"""Data pages of passports."""

import datetime as dt
from dataclasses import dataclass

from tests.precheck_set.documents.mrz import td3
from tests.precheck_set.documents.page import LABEL, Page
from tests.precheck_set.drawn import Drawn
from tests.precheck_set.holders.people import Person

_SIZE = (1250, 880)  # 125 mm × 88 mm
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


@dataclass(frozen=True)
class Foreigner:
    """Someone with a foreign passport; `country` in three letters (ISO 3166-1)."""

    surname: str
    given: str
    country: str
    nation: str
    number: str
    born: dt.date
    male: bool

    @property
    def name(self) -> str:
        return f"{self.surname} {self.given}"


def draw_chinese_passport(who: Person, number: str, *, issued: dt.date, expires: dt.date) -> Drawn:
    page = Page(_SIZE, (238, 240, 236))
    page.waves((222, 228, 220))
    page.text((70, 44), "护 照", 42, weight=1)
    page.latin((70, 104), "PASSPORT", 26)
    page.text((470, 44), "中华人民共和国", 34, weight=1)
    page.latin((470, 96), "PEOPLE'S REPUBLIC OF CHINA", 24)
    surname, given = who.latin
    sex = "男/M" if who.male else "女/F"
    city = (who.place.city or who.place.province).removesuffix("市")
    _cell(page, 440, 150, "类型/Type", "P")
    _cell(page, 600, 150, "国家码/Country Code", "CHN")
    _cell(page, 900, 150, "护照号/Passport No.", number, size=34, key="number")
    page.text((440, 228), "姓名/Name", 19, ink=LABEL)
    page.text((440, 254), who.name, 34, weight=1, key="name")
    page.latin((440, 300), f"{surname}, {given}", 30)
    _cell(page, 440, 352, "性别/Sex", sex)
    _cell(page, 640, 352, "国籍/Nationality", "中国/CHINESE")
    _cell(page, 920, 352, "出生日期/Date of birth", _bilingual(who.born))
    _cell(page, 440, 428, "出生地点/Place of birth", f"{city}")
    _cell(page, 920, 428, "签发日期/Date of issue", _bilingual(issued), key="issued")
    _cell(page, 440, 504, "签发地点/Place of issue", f"{city}")
    _cell(page, 920, 504, "有效期至/Date of expiry", _bilingual(expires), key="expires")
    _cell(page, 440, 580, "签发机关/Authority", "公安部出入境管理局")
    page.portrait((70, 170), (310, 400))
    lines = td3(
        country="CHN", surname=surname, given=given, number=number, born=who.born, male=who.male,
        expires=expires,
    )  # fmt: skip
    _machine_lines(page, lines)
    return page.finished(sample_at=(1110, 660))


def draw_foreign_passport(who: Foreigner, *, issued: dt.date, expires: dt.date) -> Drawn:
    page = Page(_SIZE, (240, 236, 230))
    page.waves((226, 220, 212))
    page.latin((470, 44), who.nation.upper(), 40)
    page.latin((70, 50), "PASSPORT", 34)
    page.latin((70, 104), "PASSEPORT", 24)
    sex = "M" if who.male else "F"
    rows = (
        (440, 160, "Type / Type", "P", ""),
        (600, 160, "Code / Code", who.country, ""),
        (860, 160, "Passport No. / No. du passeport", who.number, "number"),
        (440, 240, "Surname / Nom", who.surname, "name"),
        (440, 320, "Given names / Prenoms", who.given, "name"),
        (440, 400, "Nationality / Nationalite", who.nation.upper(), ""),
        (440, 480, "Date of birth / Date de naissance", _plain(who.born), ""),
        (940, 480, "Sex / Sexe", sex, ""),
        (440, 560, "Date of issue / Date de delivrance", _plain(issued), "issued"),
        (860, 560, "Date of expiry / Date d'expiration", _plain(expires), "expires"),
    )
    for x, y, label, value, key in rows:
        page.latin((x, y), label, 19, ink=LABEL)
        page.latin((x, y + 26), value, 32, key=key)
    page.portrait((70, 170), (310, 400))
    lines = td3(
        country=who.country, surname=who.surname, given=who.given, number=who.number,
        born=who.born, male=who.male, expires=expires,
    )  # fmt: skip
    _machine_lines(page, lines)
    return page.finished(sample_at=(1110, 650))


def _cell(
    page: Page, x: int, y: int, label: str, value: str, *, size: int = 28, key: str = ""
) -> None:
    page.text((x, y), label, 19, ink=LABEL)
    page.text((x, y + 26), value, size, key=key)


def _machine_lines(page: Page, lines: tuple[str, str]) -> None:
    for row, line in enumerate(lines):
        page.spaced((60, 710 + 66 * row), line, 34, 25.8, key="mrz")


def _bilingual(day: dt.date) -> str:
    return f"{day.day:02} {day.month}月/{_MONTHS[day.month - 1]} {day.year}"


def _plain(day: dt.date) -> str:
    return f"{day.day:02} {_MONTHS[day.month - 1]} {day.year}"
