"""What is attached: what the customer saw, in both languages, and nothing more."""

import json
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from domains.models import Operation
from registrar.accounts.permissions import Permission
from registrar.tenancy.context import acting_as
from tests import world
from verification.failures import failure_of
from verification.messages.mappings import mapped_codes
from verification.support.about import About, find_about
from verification.support.presenting import shown_attachment
from verification.support.snapshot import attached_to

from .conftest import NAME_MESSAGE, UNKNOWN

pytestmark = pytest.mark.django_db


def snapshot(actor, *, message="", **named):
    with acting_as(actor):
        return attached_to(find_about(actor=actor, named=named, message=message), actor=actor)


def test_failed_submission_brings_messages_reasons_data_and_attempts(owner, failed):
    found = snapshot(owner, submission=failed.public_id)
    with acting_as(owner):
        shown = {one: failure_of(failed, one)["reasons"] for one in ("zh-hans", "en")}
    assert found["messages"] == [NAME_MESSAGE, UNKNOWN]
    assert found["unknown"] == [UNKNOWN]
    assert found["note"] == "边缘被裁掉了"
    for language in ("zh-hans", "en"):
        assert found["reasons"][language] == json.loads(json.dumps(shown[language], default=str))
        assert found["reasons"][language][0]["causes"]
    submission = found["submission"]
    assert submission["id"] == failed.public_id
    assert submission["document_number"] == failed.number_masked
    assert submission["confirmed_warnings"] == ["name_surname_uncommon"]
    assert [text[:4] for text in submission["materials"]] == ["mat_"]
    assert found["domain"]["name"] == "shop.com"
    assert [(a["attempt"], a["stage"], a["reasons"]) for a in found["attempts"]] == [
        (2, "authority", ["registrant_name_mismatch"]),
        (1, "reviewer", ["materials_unclear"]),
    ]


def test_attempts_are_left_out_for_who_may_not_see_verifications(owner, failed):
    key = replace(owner, permissions=owner.permissions - {Permission.VERIFICATIONS_READ})
    found = snapshot(key, domain="shop.com")
    assert (found["submission"], found["messages"], found["attempts"]) == (None, [], [])


def test_number_in_full_and_notes_of_staff_are_not_in_it(owner, failed):
    text = json.dumps(snapshot(owner, submission=failed.public_id), ensure_ascii=False)
    assert world.NUMBER not in text
    assert "secret of staff" not in text


def test_failed_domain_brings_its_latest_failed_submission(owner, failed):
    found = snapshot(owner, domain="shop.com")
    assert found["submission"]["id"] == failed.public_id


def test_failed_template_brings_its_latest_submission_and_others_none(owner, acme, inside):
    with inside(acme):
        failed = world.template_of(acme, state="failed")
        values = {"state": "failed", "stage": "authority", "template": failed}
        submission = world.submission_of(acme, **values)
        fresh = world.template_of(acme)
    assert snapshot(owner, template=failed.public_id)["submission"]["id"] == submission.public_id
    assert snapshot(owner, template=fresh.public_id)["submission"] is None


def test_domain_that_works_brings_itself_alone(owner, acme, inside):
    with inside(acme):
        world.domain_of(acme, "fine.cn", real_name="verified")
    found = snapshot(owner, domain="fine.cn")
    assert found["submission"] is None
    assert found["messages"] == []
    assert found["domain"]["profile"]


def test_failed_operation_brings_its_message_explained(owner, acme, failed, inside):
    with inside(acme):
        operation = Operation.objects.create(
            account=acme,
            kind="change_registrant",
            domain=failed.domain,
            state="failed",
            requested_by="x",
            raw_messages=[NAME_MESSAGE],
        )
    found = snapshot(owner, operation=operation.public_id)
    assert found["operation"]["kind"] == "change_registrant"
    assert [r["code"] for r in found["reasons"]["en"]] == ["registrant_name_mismatch"]
    assert "change_registrant" in [a["kind"] for a in found["attempts"]]


def test_reason_and_pasted_message_bring_what_the_catalogue_says(owner):
    found = snapshot(owner, reason="materials_unclear", message=NAME_MESSAGE)
    codes = [reason["code"] for reason in found["reasons"]["zh-hans"]]
    assert codes == ["registrant_name_mismatch", "materials_unclear"]
    assert found["attempts"] == []


def test_unknown_pasted_message_is_kept_verbatim(owner):
    found = snapshot(owner, message=UNKNOWN, domain="")
    assert found["messages"] == found["unknown"] == [UNKNOWN]


def test_operations_are_left_out_for_a_key_that_may_not_read_them(acme, failed, inside, key_of):
    with inside(acme):
        Operation.objects.create(
            account=acme, kind="set_locks", domain=failed.domain, state="failed", requested_by="x"
        )
    key = key_of(acme, "verifications:read", "support:read", "support:write")
    kinds = {a["kind"] for a in snapshot(key, submission=failed.public_id)["attempts"]}
    assert kinds == {"verification"}


def test_snapshot_takes_the_same_queries_for_few_and_many_attempts(owner, acme, failed, inside):
    counts = set()
    for _time in range(2):
        with acting_as(owner):
            about = find_about(actor=owner, named={"submission": failed.public_id})
            mapped_codes()  # asked once in a while, whatever is attached
            with CaptureQueriesContext(connection) as captured:
                attached_to(about, actor=owner)
        counts.add(len(captured))
        with inside(acme):
            for _number in range(6):
                world.submission_of(acme, domain=failed.domain, state="withdrawn")
    assert len(counts) == 1, counts


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "持有者"), ("en", "Holder")])
def test_snapshot_is_shown_in_the_language_asked_for(language, word, owner, failed):
    found = snapshot(owner, submission=failed.public_id)
    with translation.override(language):
        shown = shown_attachment(found, language)
    labels = [fact.label for fact in shown.facts]
    assert any(word in label for label in labels), labels
    assert shown.unknown
    assert len(shown.attempts) == 2


def test_codes_that_are_gone_stand_for_themselves(owner, failed):
    found = snapshot(owner, submission=failed.public_id)
    found["domain"]["service_status"] = "melted"
    found["attempts"][0]["state"] = "melted"
    found["attempts"][0]["reasons"] = ["no_such_reason"]
    shown = shown_attachment(found, "en")
    assert any("melted" in fact.text for fact in shown.facts)
    assert "melted" in shown.attempts[0].state
    assert shown.attempts[0].reasons == ("no_such_reason",)


def test_nothing_attached_is_shown_as_nothing():
    assert shown_attachment({}, "en").empty


def test_about_nothing_is_a_free_question(owner):
    with acting_as(owner):
        assert find_about(actor=owner, named={"submission": ""}) == About()
