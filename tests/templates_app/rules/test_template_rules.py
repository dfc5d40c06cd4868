import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates_app.rules.template_rules import TemplateFields, check_template

PERSON = TemplateFields(
    holder_type="individual",
    name_zh="张三",
    name_en="Zhang San",
    contact_name_zh="张三",
    contact_name_en="Zhang San",
    country="CN",
    province="44",
    city="深圳市",
    address_zh="南山区科技中一路1号",
    address_en="No. 1, Kejizhongyi Road, Nanshan District",
    postcode="518000",
    phone_country_code="86",
    phone_number="13800138000",
    email="zhangsan@example.com",
    document_type="SFZ",
    document_number="11010519491231002X",
)
COMPANY = dataclasses.replace(
    PERSON,
    holder_type="organization",
    name_zh="深圳市腾讯计算机系统有限公司",
    name_en="Shenzhen Tencent Computer System Co., Ltd.",
    document_type="YYZZ",
    document_number="9144030071526726XG",
)


def found_in(template: TemplateFields, **changes: str) -> set[tuple[str, str]]:
    problems = check_template(dataclasses.replace(template, **changes))
    return {(problem.field, problem.code) for problem in problems}


@pytest.mark.parametrize("template", [PERSON, COMPANY])
def test_check_template_finds_nothing_wrong_with_a_good_one(template):
    assert check_template(template) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name_zh", "张 三", "name_contains_space"),
        ("name_en", "Zhang Si", "name_translation_mismatch"),
        ("name_en", "", "field_required"),
        ("contact_name_zh", "张三有限公司", "contact_not_person"),
        ("contact_name_en", "Zhang San Ltd", "contact_not_person"),
        ("country", "XX", "field_required"),
        ("province", "99", "region_mismatch"),
        ("city", "", "field_required"),
        ("address_zh", "南山区", "address_incomplete"),
        ("address_en", "中路1号", "field_characters_invalid"),
        ("postcode", "51800", "postcode_invalid"),
        ("phone_country_code", "0755", "country_code_invalid"),
        ("phone_country_code", "", "field_required"),
        ("phone_number", "1", "phone_invalid"),
        ("email", "x", "email_invalid"),
        ("document_type", "YYZZ", "document_type_not_allowed"),
        ("document_type", "", "document_type_not_allowed"),
        ("document_number", "110105194912310021", "number_checksum"),
        ("document_number", "", "field_required"),
    ],
)
def test_check_template_says_which_field_is_wrong(field, value, code):
    assert (field, code) in found_in(PERSON, **{field: value})


def test_check_template_without_a_document_yet_is_fine():
    assert found_in(PERSON, document_type="", document_number="") == set()


def test_check_template_does_not_judge_a_number_of_an_unsuitable_type():
    assert found_in(COMPANY, document_type="SFZ") == {
        ("document_type", "document_type_not_allowed")
    }


def test_check_template_lets_a_passport_spell_the_name_its_own_way():
    changes = {"name_zh": "陳大文", "name_en": "Chan Tai Man", "document_type": "GAJMTX"}
    changes |= {"contact_name_zh": "陳大文", "contact_name_en": "Chan Tai Man"}
    assert found_in(PERSON, **changes, document_number="H12345678") == set()


@given(st.lists(st.text(st.characters()), min_size=16, max_size=16))
def test_check_template_never_raises_and_always_names_a_field(values):
    names = {field.name for field in dataclasses.fields(TemplateFields)}
    for problem in check_template(TemplateFields(*values)):
        assert problem.field in names
