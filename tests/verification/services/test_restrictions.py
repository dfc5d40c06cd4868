"""A restricted holder, contact or number is never submitted: nothing is written, nothing moves."""

import pytest
from django.urls import reverse

from domains.models import Domain
from registrar.errors import InvalidInput
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.browsers import sign_in
from tests.restricted import listed
from tests.verification.data import NAME, NUMBER, OTHER_NUMBER
from verification.models import Submission
from verification.reverification.selectors import outlook_for
from verification.services.submissions import submit_verification

pytestmark = pytest.mark.django_db


def errors_of(actor, **arguments):
    with acting_as(actor):
        before = LogEntry.objects.count()
        with pytest.raises(InvalidInput) as refused:
            submit_verification(actor=actor, **arguments)
        assert (Submission.objects.count(), LogEntry.objects.count()) == (0, before)
    return {(error.field, error.code) for error in refused.value.errors}


def test_template_of_a_holder_listed_since_is_refused(acme, owner, make_template, upload):
    template = make_template(acme)
    listed("subjects", cause="miit_list", name=NAME)
    assert errors_of(owner, template=template, materials=[upload(owner)]) == {
        ("holder_name", "subject_restricted"),
        ("contact_name", "subject_restricted"),
    }
    with acting_as(owner):
        assert InfoTemplate.objects.get(pk=template.pk).state == "unverified"


def test_template_with_a_listed_number_is_refused(acme, owner, make_template, upload):
    template = make_template(acme)
    listed("subjects", cause="barred_by_registry", number=NUMBER)
    assert errors_of(owner, template=template, materials=[upload(owner)]) == {
        ("document_number", "subject_restricted")
    }


def test_template_whose_english_name_holds_a_word_is_refused(acme, owner, make_template, upload):
    template = make_template(
        acme,
        holder_type="organization",
        name_zh="上海样例有限公司",
        name_en="China Sample Co., Ltd.",
        document_type="YYZZ",
    )
    found = errors_of(owner, template=template, materials=[upload(owner)])
    assert ("holder_name_en", "restricted_word") in found


def test_domain_of_a_listed_number_is_refused_and_stays_failed(acme, owner, make_domain, upload):
    domain = make_domain(acme, "acme.com", real_name="failed")
    listed("subjects", cause="in_proceedings", number=OTHER_NUMBER)
    found = errors_of(
        owner,
        domain=domain,
        document_type="SFZ",
        document_number=OTHER_NUMBER,
        materials=[upload(owner)],
    )
    assert found == {("document_number", "subject_restricted")}
    with acting_as(owner):
        assert Domain.objects.get(pk=domain.pk).real_name == "failed"


def test_word_in_the_name_of_a_domain_that_is_here_is_no_obstacle(acme, owner, make_domain, upload):
    domain = make_domain(acme, "jinci.com")
    listed("words", word="jinci", kind="policy_word")
    material = upload(owner)
    with acting_as(owner):
        made = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
    assert made.state == "submitted"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "ask the MIIT to lift"), ("zh-hans", "联系工信部解除限制")]
)
def test_page_says_the_cause(
    client, acme, alice, owner, make_template, upload, inside, language, words
):
    template, material = make_template(acme), upload(owner)
    listed("subjects", cause="miit_list", name=NAME)
    sign_in(client, alice)
    client.cookies["language"] = language
    answer = client.post(
        reverse("verification:submit_template", args=[template.public_id]),
        {
            "document_type": "SFZ",
            "document_number": "",
            "materials": [material.public_id],
            "submit": "1",
        },
    )
    assert answer.status_code == 400
    assert words in answer.text
    with inside(acme):
        assert Submission.objects.count() == 0


def test_api_answers_with_fields_and_codes(
    client, make_key, acme, owner, make_template, upload, inside
):
    template, material = make_template(acme), upload(owner)
    listed("subjects", cause="miit_list", number=NUMBER)
    answer = client.post(
        "/api/v1/verifications",
        {"template": template.public_id, "materials": [material.public_id]},
        content_type="application/json",
        headers=make_key(acme),
    )
    assert answer.status_code == 400
    found = [(error["field"], error["code"]) for error in answer.json()["errors"]]
    assert found == [("document_number", "subject_restricted")]
    with inside(acme):
        assert Submission.objects.count() == 0


def test_reverification_offers_no_restricted_template(acme, owner, make_domain, make_template):
    domain = make_domain(acme, "acme.com", real_name="failed")
    make_template(acme, name_zh="李样例", state="verified")
    with acting_as(owner):
        assert len(outlook_for(domain, language="en").options) == 1
    listed("subjects", cause="miit_list", name="李样例")
    with acting_as(owner):
        outlook = outlook_for(domain, language="en")
    assert outlook.options == ()
    assert [b.code for b in outlook.change.blocked_by] == ["no_usable_template"]
