"""Templates, by page and by API: a restricted subject or word refuses, and nothing is written."""

from dataclasses import asdict, replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from registrar.errors import InvalidInput
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app import services
from templates_app.models import InfoTemplate
from tests.restricted import listed
from tests.templates_app.samples import NUMBER, OTHER_NUMBER, PERSON

pytestmark = pytest.mark.django_db
NAME = PERSON.name_zh
COMPANY = replace(
    PERSON,
    holder_type="organization",
    name_zh="上海样例有限公司",
    name_en="Shanghai Yangli Co., Ltd.",
    document_type="YYZZ",
    document_number="91310115MA1K1234X8",
)


def rows(account, inside):
    with inside(account):
        return InfoTemplate.objects.count(), LogEntry.objects.count()


def refusal(actor, fields, template=None, verb="create_template"):
    more = {"template": template} if template else {}
    with acting_as(actor), pytest.raises(InvalidInput) as refused:
        getattr(services, verb)(actor=actor, fields=fields, **more)
    return {(error.field, error.code) for error in refused.value.errors}


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"name_zh": "中国样例有限公司"}, {("name_zh", "restricted_word")}),
        (
            {"name_zh": "中 華样例有限公司"},
            {("name_zh", "name_contains_space"), ("name_zh", "restricted_word")},
        ),
        ({"name_en": "China Yangli Co., Ltd."}, {("name_en", "restricted_word")}),
        ({"contact_name_zh": "李国家"}, {("contact_name_zh", "restricted_word")}),
    ],
)
def test_new_template_with_a_special_word_is_refused(owner, acme, inside, fields, errors):
    before = rows(acme, inside)
    assert errors <= refusal(owner, replace(COMPANY, **fields))
    assert rows(acme, inside) == before


def test_listed_holder_contact_and_number_are_refused_at_their_fields(owner, acme, inside):
    listed("subjects", cause="miit_list", name="上海样例有限公司")
    listed("subjects", cause="identity_unclear", name=NAME, holder_type="individual")
    listed("subjects", cause="barred_by_registry", number=COMPANY.document_number)
    before = rows(acme, inside)
    assert refusal(owner, COMPANY) == {
        ("name_zh", "subject_restricted"),
        ("contact_name_zh", "subject_restricted"),
        ("document_number", "subject_restricted"),
    }
    assert rows(acme, inside) == before


def test_edit_and_new_version_are_refused_like_a_new_template(owner, acme, make_template, inside):
    unverified, verified = make_template(acme), make_template(acme, "verified")
    listed("subjects", cause="miit_list", name=NAME)
    changed = replace(PERSON, city="上海市")
    before = rows(acme, inside)
    wrong = {("name_zh", "subject_restricted"), ("contact_name_zh", "subject_restricted")}
    assert refusal(owner, changed, unverified, "edit_template") == wrong
    assert refusal(owner, changed, verified, "create_version") == wrong
    assert rows(acme, inside) == before


def test_kept_number_of_an_edited_template_is_asked_about_too(owner, acme, make_template):
    template = make_template(acme)
    listed("subjects", cause="miit_list", number=NUMBER)
    empty = replace(PERSON, city="上海市", document_number="")
    wrong = {("document_number", "subject_restricted")}
    assert refusal(owner, empty, template, "edit_template") == wrong


def test_namesake_of_a_listed_person_is_welcome(owner):
    listed("subjects", cause="miit_list", name=NAME, number=OTHER_NUMBER, holder_type="individual")
    with acting_as(owner):
        assert services.create_template(actor=owner, fields=PERSON).state == "unverified"


def test_allowed_name_is_accepted(owner):
    listed("allowed", name="中国样例有限公司")
    fields = replace(COMPANY, name_zh="中国样例有限公司", name_en="China Yangli Co., Ltd.")
    with acting_as(owner):
        assert services.create_template(actor=owner, fields=fields).name_zh == fields.name_zh


CAUSES = {
    "identity_unclear": ("unclear or in dispute", "身份不清楚或存在争议"),
    "in_proceedings": ("wait until the dispute has ended", "等待争议解决"),
    "barred_by_registry": ("ask the registry", "联系注册局"),
    "miit_list": ("ask the MIIT", "联系工信部"),
}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("cause", list(CAUSES))
def test_form_says_the_cause_and_nothing_of_the_list(alice, browse, acme, inside, cause, language):
    listed("subjects", cause=cause, name=NAME, note="FILE-4711")
    listed("subjects", cause=cause, name="别的主体")
    before = rows(acme, inside)
    answer = browse(alice, language).post(reverse("templates:new"), asdict(PERSON) | {"token": ""})
    assert answer.status_code == 400
    assert CAUSES[cause][language != "en"] in answer.text
    assert answer.text.count("别的主体") == answer.text.count("FILE-4711") == 0
    assert rows(acme, inside) == before


@pytest.mark.parametrize(
    ("language", "words"), [("en", "special word “中国”"), ("zh-hans", "特殊词汇“中国”")]
)
def test_form_names_the_word(alice, browse, language, words):
    typed = asdict(COMPANY) | {"name_zh": "中国样例有限公司", "token": ""}
    address = reverse("templates:new") + "?holder=organization"
    answer = browse(alice, language).post(address, typed)
    assert (answer.status_code, words in answer.text) == (400, True)


def test_api_answers_with_the_field_and_the_code(api_key, acme, inside):
    listed("subjects", cause="in_proceedings", name=NAME, valid_until="2999-12-31")
    before = rows(acme, inside)
    answer = Client().post(
        "/api/v1/templates",
        asdict(PERSON),
        content_type="application/json",
        headers={"authorization": f"Bearer {api_key}", "accept-language": "en"},
    )
    assert answer.status_code == 400
    errors = answer.json()["errors"]
    assert [(error["field"], error["code"]) for error in errors] == [
        ("name_zh", "subject_restricted"),
        ("contact_name_zh", "subject_restricted"),
    ]
    assert set(errors[0]) == {"field", "code", "message"}
    assert "until the end of 2999-12-31" in errors[0]["message"]
    assert rows(acme, inside) == before


def test_template_from_before_stays_as_it_is(acme, make_template, inside):
    template = make_template(acme, "verified")
    listed("subjects", cause="miit_list", name=NAME)
    with inside(acme), translation.override("en"):
        assert InfoTemplate.objects.get(pk=template.pk).state == "verified"
