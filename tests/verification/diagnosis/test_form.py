"""What the form alone confirms, rules out or leaves open."""

import dataclasses

import pytest

from tests.verification.diagnosis.dossiers import PICTURE, company, person
from verification.diagnosis import Kind, check_cause
from verification.materials_rules import get_profile

SMALL = dataclasses.replace(PICTURE, bytes=20_000)
TIFF = dataclasses.replace(PICTURE, format="tiff")
ALIYUN = get_profile("aliyun")
FEW = dataclasses.replace(PICTURE, width=600, height=400)
BACK = dataclasses.replace(PICTURE, kind="identity_document_back")
OVERSEAS = {"country": "US", "document_type": "HZ", "number": "C01X00T47", "name": "John Sample"}
LIKE_CHINAS = {"number": "K24458109"}

CONFIRMED = [
    ("name_contains_space", person(name="张 示例"), Kind.SPACES_AT),
    ("name_fullwidth_brackets", company(name="示例（北京）有限公司"), Kind.BRACKETS_AT),
    ("name_is_legal_representative", company(name="张示例"), Kind.HOLDER_IS_CONTACT),
    ("name_language_mismatch", person(name="Zhang Shili"), Kind.NO_CHINESE_CHARACTER),
    ("name_translation_mismatch", person(name_en="Wang Wu"), Kind.ROMANISED_MISFIT),
    ("number_confusable", person(number="11O10519491231002X"), Kind.LOOK_ALIKES),
    ("number_confusable", company(number="9111O108MA001234XF"), Kind.LOOK_ALIKES),
    ("number_mismatch", person(number="11O10519491231002X"), Kind.LOOK_ALIKES),
    ("number_mismatch", person(number="110105194912310021"), Kind.CHECK_FAILS),
    ("number_mismatch", person(number="1101051949123100"), Kind.LENGTH_WRONG),
    ("number_checksum", person(number="110105194912310021"), Kind.CHECK_FAILS),
    ("number_checksum", company(number="9111?108MA001234XF"), Kind.FORBIDDEN_CHARACTERS),
    ("number_length", person(number="1101051949123100"), Kind.LENGTH_WRONG),
    ("number_contains_space", person(number="110105 19491231002X"), Kind.SPACES_AT),
    ("number_not_halfwidth", person(number="１10105194912310021"), Kind.FULLWIDTH_AT),
    ("number_copy_suffix", company(number="91110108MA001234XF（1-1）"), Kind.SUFFIX_AT),
    ("number_wrong_field", company(number="71526726X"), Kind.OTHER_NUMBER),
    (
        "number_wrong_field",
        company(document_type="TYDM", number="110108000000016"),
        Kind.OTHER_NUMBER,
    ),
    ("document_type_not_allowed", person(document_type="YYZZ"), Kind.TYPE_NOT_FOR_HOLDER),
    (
        "document_type_not_allowed",
        person(country="US", document_type="QT"),
        Kind.TYPE_NOT_FOR_OVERSEAS,
    ),
    ("document_type_mismatch", person(number="810000199408230021"), Kind.NUMBER_OF_OTHER_TYPE),
    ("document_type_mismatch", person(number="H12345678"), Kind.NUMBER_OF_OTHER_TYPE),
    ("document_type_mismatch", person(number="E12345678"), Kind.NUMBER_OF_OTHER_TYPE),
    ("material_missing", person(pictures=()), Kind.NO_PICTURE),
    ("material_missing", person(pictures=(BACK,)), Kind.NO_PICTURE),
    ("image_too_small", person(pictures=(PICTURE, SMALL)), Kind.PICTURE_TOO_SMALL),
    (
        "image_too_large",
        person(pictures=(dataclasses.replace(PICTURE, bytes=9_000_000),)),
        Kind.PICTURE_TOO_LARGE,
    ),
    ("image_format_unsupported", person(pictures=(TIFF,), profile=ALIYUN), Kind.FORMAT_REFUSED),
    (
        "image_low_resolution",
        person(pictures=(dataclasses.replace(PICTURE, width=280, height=190),)),
        Kind.FEW_PIXELS,
    ),
    ("contact_not_person", company(contact="示例科技人事部有限公司"), Kind.CONTACT_IS_ORGANISATION),
    ("contact_not_person", company(contact="北京示例社", name="北京示例社"), None),
    (
        "country_code_invalid",
        person(phone_country_code="010", phone_number="62345678"),
        Kind.AREA_CODE,
    ),
    ("field_characters_invalid", person(address="示例路 1 号 <b>"), Kind.CHARACTERS_AT),
    ("address_incomplete", person(address="北京市海淀区示例大街"), Kind.NO_HOUSE_NUMBER),
    ("region_mismatch", person(address="上海市示例路 1 号"), Kind.REGION_DIFFERS),
    ("region_mismatch", person(postcode="518000"), Kind.POSTCODE_DIFFERS),
    ("region_mismatch", person(province="Ontario"), Kind.REGION_UNKNOWN),
    ("overseas_registrant", person(**OVERSEAS), Kind.COUNTRY_UNSUPPORTED),
    (
        "overseas_registrant",
        company(document_type="JWJG", number="X-1"),
        Kind.OVERSEAS_DOCUMENT,
    ),
    ("cn_overseas_unsupported", person(**OVERSEAS, suffix="com.cn"), Kind.SUFFIX_CHINA_ONLY),
    ("overseas_registrant", person(**(OVERSEAS | LIKE_CHINAS)), Kind.COUNTRY_UNSUPPORTED),
    (
        "cn_overseas_unsupported",
        person(**(OVERSEAS | LIKE_CHINAS), suffix="cn"),
        Kind.SUFFIX_CHINA_ONLY,
    ),
]

RULED_OUT = [
    ("name_contains_space", person()),
    ("name_fullwidth_brackets", company(name="示例(北京)有限公司")),
    ("name_is_legal_representative", company()),
    ("name_is_legal_representative", person()),
    ("name_language_mismatch", person()),
    ("name_language_mismatch", person(document_type="HZ", number="E12345678")),
    ("name_translation_mismatch", person()),
    ("name_translation_mismatch", person(document_type="HZ", name_en="John Chang")),
    ("number_confusable", person()),
    ("number_confusable", person(document_type="JGZ", number="军字第7346号")),
    ("number_checksum", person()),
    ("number_checksum", person(document_type="GAJMTX", number="H12345678")),
    ("number_length", person()),
    ("number_contains_space", person()),
    ("number_not_halfwidth", person()),
    ("number_copy_suffix", company()),
    ("number_wrong_field", company()),
    ("number_wrong_field", person()),
    ("document_type_not_allowed", person()),
    ("document_type_superseded", company()),
    ("document_type_superseded", person()),
    ("document_type_superseded", company(document_type="TYDM", number="12100000400000624D")),
    ("material_missing", person()),
    ("image_too_small", person()),
    ("image_too_large", person()),
    ("image_format_unsupported", person()),
    ("image_corrupt", person()),
    ("image_extension_mismatch", person()),
    ("image_low_resolution", person()),
    ("image_blurry", person(pictures=())),
    ("image_wrong_side", company()),
    ("contact_not_person", company()),
    ("country_code_invalid", person()),
    ("field_characters_invalid", person()),
    ("address_incomplete", person()),
    ("region_mismatch", person()),
    ("overseas_registrant", person()),
    ("overseas_registrant", person(**(OVERSEAS | LIKE_CHINAS | {"name": "张示例"}))),
    ("overseas_registrant", person(**(OVERSEAS | LIKE_CHINAS | {"country": "HK"}))),
    ("overseas_registrant", company()),
    ("cn_overseas_unsupported", person(suffix="cn")),
    ("cn_overseas_unsupported", person(**OVERSEAS, suffix="com")),
    ("cn_overseas_unsupported", person(**OVERSEAS)),
    ("special_profession", company()),
    ("special_profession", person(document_type="JGZ", number="军字第7346号")),
    ("hukou_in_transfer", company()),
]

UNKNOWN = [
    # A right check digit rules no other number out.
    ("number_mismatch", person()),
    ("number_mismatch", person(document_type="HZ", number="C01X00T47")),
    ("name_mismatch", person()),
    ("name_fullwidth_brackets", company(name="示例（北京）有限公司", profile=ALIYUN)),
    ("name_is_legal_representative", company(name="王范例")),
    ("name_language_mismatch", person(document_type="HZ", number="C01X00T47")),
    ("name_translation_mismatch", company()),
    ("name_translation_mismatch", person(name_en="")),
    ("number_confusable", person(document_type="JGZ", number="军字第0018号")),
    ("number_checksum", person(number="1101051949123100")),
    ("number_length", person(document_type="QT", number="A-1")),
    ("number_wrong_field", company(number="110108000000016")),
    ("number_wrong_field", company(document_type="MBXXBX", number="教民1号")),
    ("region_code_unknown", person()),
    ("document_type_mismatch", person()),
    ("document_type_not_allowed", person(document_type="QT", number="A-1")),
    ("document_type_not_allowed", person(country="US")),
    ("document_type_superseded", company(document_type="TYDM")),
    ("document_type_superseded", company(document_type="ORG", number="71526726X")),
    ("document_expired", person()),
    ("document_near_expiry", person()),
    ("document_newly_issued", person()),
    ("image_blurry", person()),
    ("image_not_color", person()),
    ("image_wrong_side", person()),
    (
        "image_low_resolution",
        person(pictures=(FEW,)),
    ),
    ("contact_not_person", person(contact="Ouyang")),
    ("contact_not_person", person(contact="")),
    ("country_code_invalid", person(phone_number="")),
    ("field_characters_invalid", person(address="")),
    ("address_incomplete", person(address="")),
    ("region_mismatch", person(address="海淀区示例路 1 号")),
    ("region_mismatch", person(country="")),
    ("overseas_registrant", person(**OVERSEAS, profile=ALIYUN)),
    ("cn_overseas_unsupported", person(**(OVERSEAS | {"country": ""}), suffix="cn")),
    ("special_profession", person()),
    ("hukou_in_transfer", person()),
    ("subject_restricted", person()),
    ("restricted_word", person()),
    ("email_unverified", person()),
]


@pytest.mark.parametrize(("code", "dossier", "kind"), CONFIRMED)
def test_cause_is_confirmed_by_the_form(code, dossier, kind):
    found = check_cause(code, dossier)
    assert (found.code, found.outcome) == (code, "confirmed")
    assert kind is None or found.evidence[0].kind == kind


@pytest.mark.parametrize(("code", "dossier"), RULED_OUT)
def test_cause_is_ruled_out_with_a_reason(code, dossier):
    found = check_cause(code, dossier)
    assert (found.outcome, bool(found.evidence)) == ("ruled_out", True)


@pytest.mark.parametrize(("code", "dossier"), UNKNOWN)
def test_cause_stays_open_where_the_form_can_not_tell(code, dossier):
    assert check_cause(code, dossier).outcome == "unknown"


def test_look_alike_names_the_position_and_what_was_meant():
    found = check_cause("number_confusable", company(number="91110108MAO01234XF"))
    places = found.evidence[0].params["positions"]
    assert places == [{"position": 11, "typed": "O", "expected": "0"}]


def test_exchanged_neighbours_are_named():
    found = check_cause("number_checksum", person(number="11010519491213002X"))
    exchanged = [e.params["positions"] for e in found.evidence if e.kind == Kind.EXCHANGED]
    assert [[p["position"] for p in pair] for pair in exchanged] == [[13, 14]]


def test_last_character_is_told_where_no_other_slip_explains_it():
    found = check_cause("number_checksum", person(number="110105194912310028"))
    hint = next(e for e in found.evidence if e.kind == Kind.LAST_WOULD_BE)
    assert hint.params["positions"] == [{"position": 18, "typed": "8", "expected": "X"}]


def test_number_of_another_resident_names_that_document():
    found = check_cause("document_type_mismatch", person(number="830000199201300022"))
    assert found.evidence[0].params["types"] == ["TWJZZ"]


def test_licence_holders_certificate_is_likely_superseded_but_asked_about():
    found = check_cause("document_type_superseded", company(document_type="TYDM"))
    assert found.likelihood > 0.8
    assert found.evidence[0].kind == Kind.LICENCE_HOLDERS_CODE
