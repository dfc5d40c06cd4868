"""Dossiers with nothing wrong in them, to be spoilt one thing at a time."""

import datetime as dt

from verification.diagnosis import Dossier, Picture
from verification.materials_rules import get_profile

SUBMITTED = dt.date(2026, 11, 20)
TODAY = dt.date(2026, 11, 26)
PICTURE = Picture("identity_document", "jpeg", 300_000, 2000, 1400, "a" * 64)
PLACE = {
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "address": "北京市海淀区示例大街8号",
    "address_en": "8 Shili Avenue, Haidian",
    "postcode": "100080",
    "phone_country_code": "86",
    "phone_number": "13800138000",
}
DATES = {"profile": get_profile("tencent"), "submitted_on": SUBMITTED, "today": TODAY}


def person(**changes: object) -> Dossier:
    values: dict[str, object] = {
        "holder_type": "individual",
        "name": "张示例",
        "name_en": "Zhang Shili",
        "contact": "张示例",
        "contact_en": "Zhang Shili",
        "document_type": "SFZ",
        "number": "11010519491231002X",
        "pictures": (PICTURE,),
        **PLACE,
        **DATES,
    }
    return Dossier(**(values | changes))  # type: ignore[arg-type]


def company(**changes: object) -> Dossier:
    values: dict[str, object] = {
        "holder_type": "organization",
        "name": "北京示例科技有限公司",
        "name_en": "Beijing Shili Technology Co., Ltd.",
        "contact": "张示例",
        "contact_en": "Zhang Shili",
        "document_type": "YYZZ",
        "number": "91110108MA001234XF",
        "pictures": (PICTURE,),
        **PLACE,
        **DATES,
    }
    return Dossier(**(values | changes))  # type: ignore[arg-type]
