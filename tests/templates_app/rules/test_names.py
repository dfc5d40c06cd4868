import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.names import (
    check_contact_name,
    check_english_name,
    check_holder_name,
    is_organisation_name,
)
from tests.templates_app.rules.codes import codes, levels

ANYTHING = st.text(st.characters())


@pytest.mark.parametrize(
    ("holder_type", "name", "document_type"),
    [
        ("individual", "张三", "SFZ"),
        ("individual", "𬭎子", "SFZ"),
        ("individual", "买买提·吐尔逊", "SFZ"),
        ("individual", "John Smith", "HZ"),
        ("organization", "腾讯云计算(北京)有限责任公司", "YYZZ"),
        ("organization", "AT&T 北京".replace(" ", ""), "YYZZ"),
        ("organization", "Example Ltd", "JWJG"),
    ],
)
def test_check_holder_name_passes_a_name_as_on_the_document(holder_type, name, document_type):
    assert check_holder_name(holder_type, name, document_type=document_type) == []


@pytest.mark.parametrize("space", [" ", "\u3000", "\u200b"])
def test_check_holder_name_blocks_a_space_in_a_chinese_name(space):
    found = check_holder_name("individual", f"张{space}三", document_type="SFZ")
    assert levels(found)["name_contains_space"] == "block"
    assert found[0].evidence == {"positions": [2]}


def test_check_holder_name_warns_about_full_width_brackets():
    found = check_holder_name("organization", "示例（北京）公司", document_type="YYZZ")
    assert levels(found) == {"name_fullwidth_brackets": "warn"}
    assert found[0].evidence == {"positions": [3, 6]}


def test_check_holder_name_keeps_brackets_where_the_profile_wants_the_certificates():
    name = "示例（北京）公司"
    assert check_holder_name("organization", name, half_width_brackets=False) == []


@pytest.mark.parametrize(("document_type", "level"), [("SFZ", "block"), (None, "warn")])
def test_check_holder_name_wants_a_chinese_character(document_type, level):
    found = check_holder_name("individual", "Zhang San", document_type=document_type)
    assert levels(found) == {"name_language_mismatch": level}


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "field_required"), (" ", "field_required"), ("张" * 65, "field_too_long")],
)
def test_check_holder_name_wants_1_to_64_characters(name, code):
    assert codes(check_holder_name("individual", name)) == [code]


@pytest.mark.parametrize("name", ["张\x07三", "张<三", "张😀三", "张\ue000三"])
def test_check_holder_name_blocks_characters_no_name_has(name):
    found = check_holder_name("individual", name, document_type="SFZ")
    assert codes(found) == ["field_characters_invalid"]


@pytest.mark.parametrize(
    "name",
    [
        "深圳市腾讯计算机系统有限公司",
        "北 京 大 学",
        "某某委员会",
        "华为集团",
        "社区服务中心",
        "东风机械厂",
        "Example Ltd.",
        "Ｅｘａｍｐｌｅ　Ｌｔｄ",
        "EXAMPLE INC",
        "Example Trading Co., Ltd.",
        "Foo & Co",
        "Foo Co.",
        "Peking University",
    ],
)
def test_check_contact_name_blocks_an_organisation(name):
    assert levels(check_contact_name(name))["contact_not_person"] == "block"


@pytest.mark.parametrize(
    "name",
    ["张三", "张中心", "李知行", "欧阳公瑾", "阿依古丽", "John Smith", "Vincent Li", "Corey Co"],
)
def test_check_contact_name_passes_a_person(name):
    assert check_contact_name(name) == []


def test_check_contact_name_of_nothing_is_required():
    assert codes(check_contact_name(" ")) == ["field_required"]


@pytest.mark.parametrize(
    ("name", "contact", "expected"),
    [
        ("Zhang San", False, []),
        ("Example Co., Ltd.", False, []),
        ("Example Co., Ltd.", True, ["contact_not_person"]),
        ("张三", False, ["field_characters_invalid"]),
        ("Zoë", True, ["field_characters_invalid"]),
        ("", False, ["field_required"]),
    ],
)
def test_check_english_name_wants_ascii_and_a_person_for_contact(name, contact, expected):
    assert codes(check_english_name(name, contact=contact)) == expected


@given(st.sampled_from(["individual", "organization", ""]), ANYTHING)
def test_name_checks_never_raise(holder_type, name):
    found = [
        *check_holder_name(holder_type, name),
        *check_contact_name(name),
        *check_english_name(name, contact=True),
    ]
    assert all(problem.evidence is not None for problem in found)


@given(ANYTHING)
def test_a_company_stays_one_whatever_surrounds_it(name):
    assert is_organisation_name(f"{name}有限公司")
