"""Where the reviewer saw it: told on the customer's page, in the API and in mails alike."""

import pytest
from django.urls import reverse
from django.utils import translation

from registrar.accounts.models import Account, User
from registrar.notices.selectors import notices_of
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as
from verification.failures import failure_of, failure_outline
from verification.models import Submission, SubmissionMaterial
from verification.reason_places import say_place
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import (
    approve_submission,
    assign_submissions,
    claim_submission,
    fail_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pictures(owner, upload):
    return [upload(owner), upload(owner, kind="identity_document_back")]


@pytest.fixture
def failed(acme, owner, reviewer, make_template, pictures):
    template = make_template(acme)
    with acting_as(owner):
        row = submit_verification(actor=owner, template=template, materials=pictures)
    reasons = [
        ReasonAt("materials_unclear", picture=pictures[1].public_id),
        ReasonAt("number_mismatch", field="document_number"),
        ReasonAt("number_mismatch", picture=pictures[0].public_id, field="document_number"),
        ReasonAt("registrant_name_mismatch"),
    ]
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=row)
        fail_submission(actor=reviewer, submission=row, reasons=reasons)
    return row


@pytest.fixture
def signed_in(client, alice):
    client.force_login(alice)
    client.cookies["language"] = "en"
    return client


def reread(submission):
    return Submission.objects.select_related("template", "domain").get(pk=submission.pk)


def test_places_of_each_reason_in_words_with_the_way_to_mend_them(failed, owner, pictures):
    with acting_as(owner), translation.override("en"):
        failure = failure_of(reread(failed), "en")
    unclear, number, name = failure["reasons"]
    template = failed.template.public_id
    assert unclear["places"] == [
        {
            "picture": pictures[1].public_id,
            "field": None,
            "text": "picture 2",
            "fix_url": f"/templates/{template}/verify/#id_materials_field",
        }
    ]
    assert [place["text"] for place in number["places"]] == [
        "Document number",
        "picture 1, Document number",
    ]
    assert {place["fix_url"] for place in number["places"]} == {
        f"/templates/{template}/edit/#id_document_number_field"
    }
    assert name["places"] == []


def test_outline_asks_nothing_and_names_no_number(failed, owner, django_assert_num_queries):
    with acting_as(owner), translation.override("en"):
        row = reread(failed)
        with django_assert_num_queries(0):
            failure = failure_outline(row, "en")
    assert failure["reasons"][0]["places"][0]["text"] == "a picture"


def test_picture_keeps_its_number_among_those_in_use(failed, owner, pictures):
    with acting_as(owner), translation.override("en"):
        SubmissionMaterial.objects.filter(material=pictures[0]).update(replaced=True)
        failure = failure_of(reread(failed), "en")
    assert failure["reasons"][0]["places"][0]["text"] == "picture 1"


def test_customers_page_says_where_with_a_link(failed, signed_in):
    page = signed_in.get(reverse("verification:detail", args=[failed.public_id])).text
    card = page[page.index('id="failure-title"') :]
    assert "picture 2" in card
    assert "picture 1, Document number" in card
    assert "#id_document_number_field" in card
    assert "#id_materials_field" in card


def test_reader_who_may_not_mend_sees_where_without_a_link(failed, client, vera):
    client.force_login(vera)
    client.cookies["language"] = "en"
    page = client.get(reverse("verification:detail", args=[failed.public_id])).text
    card = page[page.index('id="failure-title"') :]
    assert "picture 2" in card
    assert "#id_materials_field" not in card


def test_api_tells_places(failed, client, acme, make_key, pictures):
    url = f"/api/v1/verifications/{failed.public_id}"
    failure = client.get(url, headers=make_key(acme)).json()["failure"]
    (place,) = failure["reasons"][0]["places"]
    assert (place["picture"], place["field"]) == (pictures[1].public_id, None)
    assert place["text"] == "picture 2"


def test_mail_says_where_without_ids(failed, owner, pictures):
    with acting_as(owner), translation.override("en"):
        (notice,) = notices_of(owner)
        text = "\n".join(map(str, notice.details))
    assert "(picture 2)" in text
    assert "(Document number; picture 1, Document number)" in text
    assert pictures[1].public_id not in f"{notice.params}"


@pytest.mark.parametrize(
    ("number", "picture", "field", "said"),
    [
        (2, "mat_x", "", "图片 2"),
        (None, "mat_x", "", "某张图片"),
        (None, "", "holder_name", "域名持有者"),
        (1, "mat_x", "document_number", "图片 1、证件号码"),
    ],
)
def test_place_in_chinese(number, picture, field, said):
    with translation.override("zh-hans"):
        assert say_place(number, picture, field) == said


def test_waiting_for_a_second_reviewer_is_first_review_to_the_customer(
    submitted, acme, reviewer, signed_in, make_key, client
):
    with acting_as(system_staff_actor()):
        Account.objects.filter(pk=acme.pk).update(four_eyes=True)
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        approve_submission(actor=reviewer, submission=submitted)
    page = signed_in.get(reverse("verification:detail", args=[submitted.public_id])).text
    assert "In first review" in page
    assert "second" not in page[page.index('id="status-title"') :].lower()
    listed = signed_in.get(f"{reverse('verification:list')}?state=in_review").text
    assert submitted.public_id in listed
    assert "second_review" not in listed
    headers = make_key(acme)
    row = client.get(f"/api/v1/verifications/{submitted.public_id}", headers=headers).json()
    assert row["state"] == "in_review"
    found = client.get("/api/v1/verifications?state=in_review", headers=headers).json()["items"]
    assert [item["id"] for item in found] == [submitted.public_id]
    refused = client.get("/api/v1/verifications?state=second_review", headers=headers)
    assert refused.status_code == 400


def test_log_tells_the_customer_neither_which_reviewer_nor_how_many(
    submitted, acme, reviewer, colleague, signed_in, make_key, client
):
    with acting_as(system_staff_actor()):
        Account.objects.filter(pk=acme.pk).update(four_eyes=True)
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
        approve_submission(actor=reviewer, submission=submitted)
    with acting_as(colleague):
        claim_submission(actor=colleague, submission=submitted)
    with acting_as(colleague):
        other = User.objects.get(pk=colleague.user_id)
        assign_submissions(actor=colleague, submissions=[submitted], assignee=other)
    logs = client.get("/api/v1/operation-logs", headers=make_key(acme, "logs:read")).json()
    found = {item["action"]: (item["before"], item["after"]) for item in logs["items"]}
    assert found["submission.decision_proposed"] == (
        {"state": "in_review"},
        {"state": "in_review"},
    )
    assert found["submission.assigned"] == ({}, {})
    with acting_as(system_staff_actor()):
        kept = LogEntry.objects.get(action="submission.assigned")
        assert kept.after == {"assigned_to": f"user:{other.pk}"}
    page = signed_in.get(reverse("oplog:detail", args=[kept.public_id]))
    assert page.context["changes"] == []
