"""The card of a failure: what is sure on top, questions that change it."""

import pytest
from django.urls import reverse

from tests import world
from tests.browsers import sign_in
from verification.models import DiagnosisAnswer
from verification.services.sealing import number_fields

pytestmark = pytest.mark.django_db
CHECK = "证件电子信息核验不合格"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def failed(acme, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        return world.submission_of(
            acme, domain=domain, state="failed", stage="authority", raw_messages=[CHECK]
        )


@pytest.fixture
def template_failed(acme, inside):
    with inside(acme):
        template = world.template_of(acme, state="failed")
        return world.submission_of(
            acme,
            template=template,
            state="failed",
            stage="authority",
            raw_messages=[CHECK],
            **number_fields("11O10519491231002X"),
        )


@pytest.fixture
def page(client, alice):
    sign_in(client, alice)
    client.cookies["language"] = "en"
    return client


def address(submission, name="answer"):
    return reverse(f"verification:{name}", args=[submission.public_id])


def test_answer_makes_the_cause_the_one(page, failed):
    answer = page.post(address(failed), {"code": "special_profession", "value": "yes"})
    assert answer["Location"] == f"{address(failed, 'detail')}#failure"
    text = page.get(address(failed, "detail")).text
    assert "This is it: Holder may be in a special profession" in text
    assert "/domains/shop.com/reverify/resubmit/#id_document_type_field" in text
    page.post(address(failed), {"code": "special_profession", "value": ""})
    assert "This is it:" not in page.get(address(failed, "detail")).text


def test_script_gets_the_card_anew(page, failed):
    data = {"code": "hukou_in_transfer", "value": "yes", "note_above": "yes"}
    answer = page.post(address(failed), data, headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "This is it: Household registration may be moving" in answer.text
    assert 'name="note_above"' in answer.text


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "script"])
def test_wrong_answer_is_said_and_not_kept(acme, page, failed, inside, headers):
    data = {"code": "document_newly_issued", "value": "2999-01-01"}
    answer = page.post(address(failed), data, headers=headers, follow=True)
    assert "Give a day that can be right" in answer.text
    with inside(acme):
        assert not DiagnosisAnswer.objects.exists()


def test_each_question_is_put_once(page, failed):
    text = page.get(address(failed, "detail")).text
    assert text.count("Until which day is the document valid?") == 1


def test_get_leads_to_the_submission(page, failed):
    assert page.get(address(failed))["Location"] == address(failed, "detail")


def test_viewer_reads_the_questions_but_can_not_answer(client, vera, failed):
    sign_in(client, vera)
    client.cookies["language"] = "en"
    text = client.get(address(failed, "detail")).text
    assert "Is the holder a soldier" in text
    assert address(failed) not in text
    assert client.post(address(failed), {"code": "x", "value": "yes"}).status_code == 403


def test_stranger_finds_nothing(client, gina, failed):
    sign_in(client, gina)
    data = {"code": "special_profession", "value": "yes"}
    assert client.post(address(failed), data).status_code == 404


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This is it:"), ("zh-hans", "就是这个原因")]
)
def test_confirmed_cause_stands_on_top_with_one_button(page, template_failed, language, words):
    page.cookies["language"] = language
    text = page.get(address(template_failed, "detail")).text
    assert text.count(words) == 1
    assert "O → 0" in text
    assert text.count("btn btn-primary") == 1
    assert f"/templates/{template_failed.template.public_id}/edit/#id_document_number_field" in text


def test_form_of_a_template_marks_what_to_check(page, template_failed):
    url = reverse("verification:submit_template", args=[template_failed.template.public_id])
    marks = page.get(url).context["page"].marks
    assert [cause["code"] for cause in marks["document_number"]] == ["number_confusable"]


def test_page_of_the_routes_names_the_cause_and_the_fix(acme, page, failed, inside):
    page.post(address(failed), {"code": "hukou_in_transfer", "value": "yes"})
    text = page.get("/domains/shop.com/reverify/").text
    banner = text[: text.index('id="routes-title"')]
    assert "Household registration may be moving" in banner
    assert "/domains/shop.com/reverify/resubmit/#id_materials_field" in banner


def test_nothing_can_be_answered_while_the_registrant_changes(acme, page, failed, inside):
    with inside(acme):
        failed.domain.enter_registrant_change()
        failed.domain.save()
    assert address(failed) not in page.get(address(failed, "detail")).text
