"""A failure as users and programs see it: verdict, evidence, fix, question and the way there."""

import datetime as dt

import pytest
from django.utils import timezone

from tests import world
from verification.failures import (
    explain_messages,
    failure_of,
    failure_outline,
    failure_title,
    failures_of,
)
from verification.models import DiagnosisAnswer
from verification.selectors import submissions
from verification.services.sealing import number_fields

pytestmark = pytest.mark.django_db
CHECK = "证件电子信息核验不合格"
NUMBER = "注册者证件号码填写有误，请输入与证件照片一致的证件号码"


@pytest.fixture
def fail(acme, inside):
    def make(*messages, subject="domain", answers=(), **fields):
        with inside(acme):
            if subject == "domain":
                fields["domain"] = world.domain_of(acme, "shop.com", real_name="failed")
            else:
                fields["template"] = world.template_of(acme, state="failed")
            fields |= {"state": "failed", "stage": "authority", "raw_messages": list(messages)}
            row = world.submission_of(acme, **fields)
            for code, value in answers:
                DiagnosisAnswer.objects.create(
                    account=acme,
                    submission=row,
                    code=code,
                    value=value,
                    answered_by="x",
                    answered_at=timezone.now(),
                )
            return submissions().get(pk=row.pk)

    return make


@pytest.fixture
def causes(acme, inside):
    def read(submission, language="en"):
        with inside(acme):
            failure = failure_of(submission, language)
        return {cause["code"]: cause for cause in failure["reasons"][0]["causes"]}

    return read


def test_confirmed_cause_comes_with_evidence_and_the_field(fail, causes):
    found = causes(fail(NUMBER, **number_fields("11O10519491231002X")))
    assert next(iter(found)) == "number_confusable"
    cause = found["number_confusable"]
    assert (cause["verdict"], cause["field"]) == ("confirmed", "document_number")
    assert cause["evidence"] == "Mixed up at position 3: O → 0."
    assert cause["evidence_data"] == [
        {
            "kind": "look_alikes",
            "params": {"positions": [{"position": 3, "typed": "O", "expected": "0"}]},
        }
    ]
    assert cause["fix_url"] == "/domains/shop.com/reverify/resubmit/#id_document_number_field"
    assert (cause["question"], cause["answer"]) == (None, None)


def test_open_cause_asks_in_the_readers_language(fail, causes):
    row = fail(CHECK)
    assert "soldier" in causes(row)["special_profession"]["question"]["text"]
    assert "军人" in causes(row, "zh-hans")["special_profession"]["question"]["text"]


@pytest.mark.parametrize(("answer", "verdict"), [("yes", "confirmed"), ("no", "ruled_out")])
def test_answer_makes_the_verdict_and_can_be_seen(fail, causes, answer, verdict):
    cause = causes(fail(CHECK, answers=[("special_profession", answer)]))["special_profession"]
    assert (cause["verdict"], cause["answer"]) == (verdict, answer)
    # It stays there to be changed.
    assert cause["question"]["key"] == "special_profession"
    assert cause["fix_url"].endswith("#id_document_type_field")


def test_safe_day_stands_on_the_failure(acme, fail, inside):
    today = timezone.localdate()
    row = fail(CHECK, answers=[("document_newly_issued", today.isoformat())])
    with inside(acme):
        safe = failure_of(row, "en")["safe_from"]
        assert failure_outline(row, "en")["safe_from"] is None
    assert safe["date"] >= today + dt.timedelta(days=10)


@pytest.mark.parametrize(
    ("code", "domain_url", "template_url"),
    [
        ("name_mismatch", "/reverify/#routes-title", "/edit/#id_name_zh_field"),
        (
            "number_mismatch",
            "/resubmit/#id_document_number_field",
            "/edit/#id_document_number_field",
        ),
        (
            "document_type_mismatch",
            "/resubmit/#id_document_type_field",
            "/edit/#id_document_type_field",
        ),
        ("image_blurry", "/resubmit/#id_materials_field", "/verify/#id_materials_field"),
        ("hukou_in_transfer", "/resubmit/#id_materials_field", "/verify/#id_materials_field"),
        ("document_newly_issued", "", ""),
    ],
)
def test_fix_leads_to_the_field_that_holds_it(fail, causes, code, domain_url, template_url):
    assert causes(fail(CHECK))[code]["fix_url"].endswith(domain_url)
    found = causes(fail(CHECK, subject="template"))[code]["fix_url"]
    assert found.endswith(template_url)
    assert bool(found) == bool(template_url)


def test_contact_is_corrected_where_the_domains_contacts_are(fail, causes):
    row = fail(
        "注册者身份验证失败，请修改联系人选项为个人姓名后重新提交", contact_name="示例有限公司"
    )
    assert causes(row)["contact_not_person"]["fix_url"] == (
        "/domains/shop.com/contacts/#id_contact_name_zh_field"
    )


def test_no_number_is_in_an_explained_failure(acme, fail, inside):
    row = fail(CHECK, NUMBER)
    with inside(acme):
        assert world.NUMBER not in str(failure_of(row, "zh-hans"))


def test_outline_and_title_need_no_query(acme, fail, inside, django_assert_num_queries):
    row = fail(CHECK)
    with inside(acme), django_assert_num_queries(0):
        outline = failure_outline(row, "en")
        assert failure_title(row, "en") == outline["reasons"][0]["title"]
    assert {cause["verdict"] for cause in outline["reasons"][0]["causes"]} == {"unknown"}


def test_title_of_an_unknown_message_is_the_message(fail):
    assert failure_title(fail("从未见过"), "en") == "从未见过"
    assert failure_title(fail(subject="template"), "en") == ""


def test_failures_of_several_cost_as_much_as_one(acme, fail, inside, django_assert_num_queries):
    rows = [fail(CHECK), fail(NUMBER, subject="template")]
    with inside(acme), django_assert_num_queries(5):
        assert set(failures_of(rows, "en")) == {row.pk for row in rows}


def test_submission_that_has_not_failed_needs_no_query(
    acme, submitted, inside, django_assert_num_queries
):
    with inside(acme), django_assert_num_queries(0):
        assert failure_of(submitted, "en") is None


def test_operations_causes_stay_unchecked():
    causes = explain_messages([CHECK], "en")[0]["causes"]
    assert {cause["verdict"] for cause in causes} == {"unknown"}
    assert {cause["question"] for cause in causes} == {None}
