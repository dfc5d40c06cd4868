"""Everything at once: the form's own rules, the caller's problems, order and words."""

from dataclasses import replace

import pytest

from templates_app.rules.problems import problem
from tests.verification.diagnosis.dossiers import PICTURE, SUBMITTED
from tests.verification.precheck.readings import (
    CODE,
    NAME,
    NUMBER,
    card,
    company,
    found,
    licence,
    passport,
    person,
    the,
    traveller,
)
from verification.catalogue.findings import FINDING_CODES
from verification.diagnosis import KnownIdentity
from verification.materials_rules import get_profile
from verification.precheck.checks import find_problems
from verification.precheck.wording import say_finding
from verification.reading.model import Field, Flaw, Side

# What only the form can show, or shows by itself, spoilt one thing at a time.
FORM = [
    ("name_contains_space", "block", {"name": "张 示例"}),
    ("name_fullwidth_brackets", "warn", {"name": "张示例（北京）", "name_en": ""}),
    ("name_language_mismatch", "block", {"name": "Zhang Shili"}),
    ("name_translation_mismatch", "warn", {"name_en": "Li Si"}),
    ("number_checksum", "block", {"number": "11010519491231003X"}),
    ("number_length", "block", {"number": NUMBER[:17]}),
    ("number_not_halfwidth", "block", {"number": "１" + NUMBER[1:]}),
    ("number_contains_space", "block", {"number": "110105 19491231002X"}),
    ("region_code_unknown", "warn", {"number": "160105194912310029"}),
    ("document_type_not_allowed", "block", {"document_type": "YYZZ"}),
    ("document_type_mismatch", "block", {"number": "810000199408230021"}),
    ("contact_not_person", "block", {"contact": "北京示例科技有限公司"}),
    ("country_code_invalid", "block", {"phone_country_code": "010"}),
    ("field_characters_invalid", "block", {"address": "北京市示例路8号<b>"}),
    ("address_incomplete", "warn", {"address": "北京市示例大街"}),
    ("region_mismatch", "warn", {"province": "广东省"}),
    ("cn_overseas_unsupported", "block", {"document_type": "HZ", "number": "L01X00T47"}),
]
COMPANY_FORM = [
    ("name_is_legal_representative", "block", {"name": "张示例"}),
    ("number_copy_suffix", "block", {"number": CODE + "(1-1)"}),
    ("number_wrong_field", "block", {"number": NUMBER}),
    ("number_confusable", "warn", {"number": "9111O108MA001234XF"}),
    ("document_type_superseded", "warn", {"document_type": "TYDM"}),
    ("overseas_registrant", "block", {"document_type": "JWJG", "country": "US", "number": "1"}),
]
# What only the caller or a failure tells.
ELSEWHERE = {
    "email_unverified",
    "phone_unverified",
    "special_profession",
    "hukou_in_transfer",
    "subject_restricted",
    "restricted_word",
}


@pytest.mark.parametrize(("code", "level", "changes"), FORM)
def test_form_of_a_person_shows(code, level, changes):
    more = {"suffix": "cn", "country": "US"} if code == "cn_overseas_unsupported" else {}
    assert found(person(**changes, **more))[code] == level


@pytest.mark.parametrize(("code", "level", "changes"), COMPANY_FORM)
def test_form_of_an_organisation_shows(code, level, changes):
    assert found(company(**changes))[code] == level


def test_right_form_and_picture_have_no_finding():
    assert find_problems(person(card())) == ()
    assert find_problems(company(licence())) == ()


@pytest.mark.parametrize("code", sorted(ELSEWHERE))
def test_problems_of_the_caller_are_kept_with_level_and_words(code):
    if code in ("subject_restricted", "restricted_word"):
        given = problem(code, "Restricted.")
    else:
        given = problem("field_required", "Said so.")
        given = type(given)(code=code, level="block", message="Said so.", field="email")
    (finding,) = find_problems(person(card()), [given])
    assert (finding.code, finding.level) == (code, given.level)
    assert say_finding(finding, "en").message == given.message
    assert say_finding(finding, "zh-hans").fix


def test_message_of_a_rule_is_said_in_the_asked_language():
    finding = the("number_length", person(number=NUMBER[:17]))
    english, chinese = say_finding(finding, "en"), say_finding(finding, "zh-hans")
    assert english.message != chinese.message
    assert "17" in chinese.message
    assert english.evidence
    assert english.fix != chinese.fix


@pytest.mark.parametrize(("code", "level", "changes"), [*FORM, *COMPANY_FORM])
def test_findings_have_words_in_both_languages(code, level, changes):
    make = company if (code, level, changes) in COMPANY_FORM else person
    for finding in find_problems(make(**changes)):
        for language in ("zh-hans", "en"):
            assert say_finding(finding, language).message


def test_findings_that_block_come_first_then_by_field():
    flaws = (
        Flaw(code="image_blurry", confidence=0.99),
        Flaw(code="image_watermarked", confidence=0.5),
    )
    dossier = person(card(flaws=flaws), name="张 示例", number=NUMBER[:17], address="北京市")
    levels = [one.level for one in find_problems(dossier)]
    assert levels == sorted(levels, key=["block", "warn", "info"].index)
    blocking = [one.field for one in find_problems(dossier) if one.blocks]
    assert blocking == ["document_number", "document_number", "holder_name", "materials"]


def test_overseas_document_is_judged_by_the_profile():
    taken = traveller(profile=get_profile("aliyun"), country="US", suffix="com")
    assert "overseas_registrant" not in found(taken)
    assert found(traveller(country="US"))["overseas_registrant"] == "block"


@pytest.mark.parametrize(
    ("country", "profile", "level"),
    [("GBR", "tencent", "block"), ("HKG", "tencent", None), ("GBR", "aliyun", None)],
)
def test_passport_tells_the_country_that_the_form_does_not(country, profile, level):
    shown = traveller(passport({Field.COUNTRY: country}), country="", profile=get_profile(profile))
    assert found(shown).get("overseas_registrant") == level


def test_country_read_with_doubt_is_asked_about():
    shown = passport({Field.COUNTRY: ("GBR", 0.6)})
    assert found(traveller(shown, country=""))["overseas_registrant"] == "warn"


def test_slip_beside_a_verified_holder_is_asked_about():
    known = KnownIdentity(name="张实例", document_type="SFZ", number=NUMBER, verified_on=SUBMITTED)
    finding = the("name_mismatch", person(known=(known,)))
    assert (finding.level, finding.sure) == ("warn", False)


@pytest.mark.parametrize(("confidence", "level"), [(0.98, "info"), (0.6, "warn")])
def test_slip_beside_a_verified_holder_is_told_only_where_the_picture_shows_what_was_typed(
    confidence, level
):
    typed = card({Field.NAME: (NAME, confidence), Field.NUMBER: (NUMBER, confidence)})
    other_name = KnownIdentity(
        name="张实例", document_type="SFZ", number=NUMBER, verified_on=SUBMITTED
    )
    assert found(person(typed, known=(other_name,)))["name_mismatch"] == level
    other_number = replace(other_name, name=NAME, number=f"{NUMBER[:-2]}3X")
    assert found(person(typed, known=(other_number,)))["number_mismatch"] == level


def test_passport_in_latin_letters_stands_against_a_verified_slip():
    known = KnownIdentity(
        name="John Paul Smitt", document_type="HZ", number="L01X00T47", verified_on=SUBMITTED
    )
    assert found(traveller(passport(), known=(known,)))["name_mismatch"] == "info"


# What pictures and dates show, one dossier for each code.
SHOWN = {
    "name_mismatch": person(card({Field.NAME: "王小明"})),
    "number_mismatch": person(card(), number="440524188001010014"),
    "document_type_mismatch": company(licence(), document_type="TYDM"),
    "document_expired": person(card({Field.EXPIRES_ON: "2020-01-01"})),
    "document_near_expiry": person(card({Field.EXPIRES_ON: "2026-12-01"})),
    "document_newly_issued": person(card({Field.ISSUED_ON: "2026-11-20"})),
    "material_missing": person(pictures=()),
    "image_wrong_side": person(card(side=Side.BACK)),
    "image_unreadable": person(card({Field.NAME: None, Field.NUMBER: None})),
    "image_format_unsupported": person(pictures=(replace(PICTURE, format="svg"),)),
    "image_extension_mismatch": person(pictures=(replace(PICTURE, extension="png"),)),
    "image_too_small": person(pictures=(replace(PICTURE, bytes=1000),)),
    "image_too_large": person(pictures=(replace(PICTURE, bytes=10**7),)),
    "image_corrupt": person(card(failure="image_corrupt")),
    **{
        code: person(card(flaws=(Flaw(code=code, confidence=1.0),)))
        for code in (
            "image_low_resolution",
            "image_not_color",
            "image_blurry",
            "image_incomplete",
            "image_obstructed",
            "image_watermarked",
        )
    },
}


@pytest.mark.parametrize("code", sorted(SHOWN))
def test_pictures_and_dates_show(code):
    assert code in found(SHOWN[code])


def test_every_code_is_shown():
    of_forms = {code for code, _, _ in (*FORM, *COMPANY_FORM)}
    assert of_forms | ELSEWHERE | SHOWN.keys() == FINDING_CODES.keys()


def test_refused_characters_are_told_of_their_own_field():
    dossier = person(name="张示例<", contact="张示例>", address="北京市示例路8号<b>")
    fields = {
        one.field: one.evidence[0].params["field"]
        for one in find_problems(dossier)
        if one.code == "field_characters_invalid"
    }
    assert fields == {name: name for name in ("holder_name", "contact_name", "address")}


@pytest.mark.parametrize("number", ["护照12345", "AB-1234"])
def test_characters_of_a_passport_number_are_asked_about_and_never_refused(number):
    assert found(traveller(number=number))["field_characters_invalid"] == "warn"


def test_refused_characters_of_a_number_whose_form_is_known_still_block():
    assert "block" in found(person(number=NUMBER[:5] + "#" + NUMBER[6:])).values()
