import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verification.data import COMPANY, CREDIT_CODE, NAME, NUMBER
from verification.materials_rules import get_profile
from verification.submission_rules import (
    MAX_MATERIALS,
    Application,
    PictureSize,
    check_application,
)

GOOD = PictureSize("identity_document", "jpeg", 200_000)


def application(**changes):
    data = {
        "holder_type": "individual",
        "holder_name": NAME,
        "contact_name": NAME,
        "document_type": "SFZ",
        "document_number": NUMBER,
        "pictures": [GOOD],
        "profile": get_profile("tencent"),
    }
    return Application(**(data | changes))


def found(**changes):
    return {(p.field, p.code, p.level) for p in check_application(application(**changes))}


def test_good_application_has_no_problem():
    assert found() == set()
    company = {"holder_type": "organization", "holder_name": COMPANY, "document_type": "YYZZ"}
    assert found(**company, document_number=CREDIT_CODE) == set()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"document_type": "YYZZ"}, ("document_type", "document_type_not_allowed", "block")),
        ({"document_type": ""}, ("document_type", "document_type_not_allowed", "block")),
        ({"document_number": ""}, ("document_number", "field_required", "block")),
        ({"document_number": NUMBER[:17]}, ("document_number", "number_length", "block")),
        ({"holder_name": "张 三"}, ("holder_name", "name_contains_space", "block")),
        ({"contact_name": COMPANY}, ("contact_name", "contact_not_person", "block")),
        ({"pictures": []}, ("materials", "material_missing", "block")),
        (
            {"pictures": [PictureSize("supporting_document", "jpeg", 200_000)]},
            ("materials", "material_missing", "block"),
        ),
        ({"pictures": [GOOD] * (MAX_MATERIALS + 1)}, ("materials", "too_many_materials", "block")),
    ],
)
def test_problem_is_found_with_its_field(changes, problem):
    assert found(**changes) == {problem}


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        (("identity_document", "png", 200_000), "image_format_unsupported"),
        (("identity_document", "jpeg", 2_000_000), "image_too_large"),
        (("identity_document", "jpeg", 10_000), "image_too_small"),
    ],
)
def test_limits_are_those_of_the_profile(picture, code):
    strict = {"profile": get_profile("aliyun"), "pictures": [PictureSize(*picture)]}
    assert found(**strict) == {("materials", code, "block")}


@pytest.mark.parametrize(("profile", "warned"), [("tencent", True), ("aliyun", False)])
def test_brackets_are_judged_by_the_profile(profile, warned):
    codes = {code for _, code, _ in found(holder_name="张三（北京）", profile=get_profile(profile))}
    assert ("name_fullwidth_brackets" in codes) is warned


@given(
    holder=st.text(max_size=20),
    name=st.text(max_size=80),
    kind=st.text(max_size=8),
    number=st.text(max_size=80),
)
def test_any_text_is_judged_without_raising(holder, name, kind, number):
    problems = check_application(
        application(
            holder_type=holder, holder_name=name, document_type=kind, document_number=number
        )
    )
    assert all(problem.field and problem.code for problem in problems)
