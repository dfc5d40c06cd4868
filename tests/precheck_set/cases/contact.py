"""What is wrong beside the paper: contact, phone, address, characters, country."""

from collections.abc import Iterator

from tests.precheck_set import submissions as paper
from tests.precheck_set.case import Case
from tests.precheck_set.cases.making import Maker, seeded, typed_case

_ADDRESS = {
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "address": "北京市海淀区知春路7号",
}
_PHONE = {"phone_country_code": "86", "phone_number": "13800138000"}


def cases() -> Iterator[Case]:
    yield _with(
        "contact-organisation", {"contact": "杭州云岫网络科技有限公司"}, "contact_not_person"
    )
    one = seeded("contact-holder", paper.licence_portrait)
    own = {"contact": one.name}
    yield typed_case("contact-holder", one, {"contact_not_person"}, contact=own)
    for code, number in (("010", "62512345"), ("0755", "26001234"), ("21", "64312345")):
        contact = _ADDRESS | {"phone_country_code": code, "phone_number": number}
        yield _with(f"contact-country-code-{code}", contact, "country_code_invalid")
    refused = _ADDRESS | {"address": "北京市海淀区知春路7号<3层>"}
    yield _with("contact-characters", refused, "field_characters_invalid")
    one = seeded("contact-characters-name", paper.licence_landscape)
    code = "field_characters_invalid"
    yield typed_case("contact-characters-name", one, {code}, name=f"{one.name}😀")
    short = _ADDRESS | {"address": "北京市海淀区"}
    yield _with("clean-contact-address", short, "address_incomplete", clean=True)
    elsewhere = _ADDRESS | {"province": "上海市"}
    yield _with("clean-contact-region", elsewhere, "region_mismatch", clean=True)
    yield _with("clean-contact-right", _ADDRESS | _PHONE | {"contact": "张三"}, clean=True)
    yield from _abroad()


def _abroad() -> Iterator[Case]:
    one = seeded("contact-overseas", paper.foreign_passport)
    expected = {"overseas_registrant"}
    contact = {"country": "US"}
    yield typed_case("contact-overseas", one, expected, profile="tencent", contact=contact)
    one = seeded("contact-overseas-cn", paper.foreign_passport)
    expected = {"cn_overseas_unsupported"}
    yield typed_case("contact-overseas-cn", one, expected, contact=contact | {"suffix": "cn"})


def _with(
    case_id: str, contact: dict[str, str], *expected: str, clean: bool = False,
    make: Maker = paper.card_front,
) -> Case:  # fmt: skip
    return typed_case(case_id, seeded(case_id, make), expected, contact=contact, clean=clean)
