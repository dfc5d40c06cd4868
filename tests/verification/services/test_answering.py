"""Answers to the diagnosis' questions: kept, changed, withdrawn, refused, logged."""

import pytest
from django.db import IntegrityError, transaction

from registrar.errors import InvalidInput, NotFound, NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests import world
from verification.models import DiagnosisAnswer
from verification.services.submissions import answer_question

pytestmark = pytest.mark.django_db
MESSAGE = "证件电子信息核验不合格"


@pytest.fixture
def failed(acme, inside):
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed")
        return world.submission_of(
            acme, domain=domain, state="failed", stage="authority", raw_messages=[MESSAGE]
        )


def say(actor, submission, code, value):
    with acting_as(actor):
        return answer_question(actor=actor, submission=submission, code=code, value=value)


def kept(actor):
    with acting_as(actor):
        return dict(DiagnosisAnswer.objects.values_list("code", "value"))


def test_answer_is_kept_changed_and_withdrawn(owner, failed):
    say(owner, failed, "special_profession", "yes")
    assert kept(owner) == {"special_profession": "yes"}
    say(owner, failed, "special_profession", "no")
    assert kept(owner) == {"special_profession": "no"}
    assert say(owner, failed, "special_profession", "") is None
    assert kept(owner) == {}


def test_answer_is_kept_under_its_question(owner, failed):
    say(owner, failed, "document_near_expiry", "2030-01-01")
    assert kept(owner) == {"document_expired": "2030-01-01"}


def test_every_change_is_logged_and_a_repetition_is_not(owner, failed):
    for value in ("yes", "yes", ""):
        say(owner, failed, "hukou_in_transfer", value)
    with acting_as(owner):
        entries = LogEntry.objects.filter(action="submission.question_answered").order_by("number")
        assert [(e.before["answer"], e.after["answer"]) for e in entries] == [
            ("", "yes"),
            ("yes", ""),
        ]
        assert {e.after["question"] for e in entries} == {"hukou_in_transfer"}


@pytest.mark.parametrize(
    ("code", "value", "field"),
    [
        ("contact_not_person", "yes", "code"),
        ("name_contains_space", "yes", "code"),
        ("nonsense", "yes", "code"),
        ("special_profession", "maybe", "value"),
        ("special_profession", "2026-01-01", "value"),
        ("document_newly_issued", "2999-01-01", "value"),
        ("document_newly_issued", "yes", "value"),
    ],
)
def test_wrong_answer_is_refused_at_its_field(owner, failed, code, value, field):
    with pytest.raises(InvalidInput) as refused:
        say(owner, failed, code, value)
    assert [error.field for error in refused.value.errors] == [field]
    assert kept(owner) == {}


def test_viewer_may_not_answer(acme, vera, actor_of, failed):
    viewer = actor_of(acme, vera, "viewer")
    with pytest.raises(NotPermitted):
        say(viewer, failed, "special_profession", "yes")


def test_stranger_finds_no_submission(stranger, failed):
    with pytest.raises(NotFound):
        say(stranger, failed, "special_profession", "yes")


@pytest.mark.parametrize(
    "fields", [{"value": "maybe"}, {"code": "hukou_in_transfer"}], ids=["unknown value", "twice"]
)
def test_database_holds_one_known_answer_a_question(acme, owner, failed, inside, fields):
    say(owner, failed, "hukou_in_transfer", "yes")
    row = {"code": "special_profession", "value": "no", "answered_by": "x"}
    row |= {"answered_at": failed.submitted_at}
    with inside(acme), pytest.raises(IntegrityError), transaction.atomic():
        DiagnosisAnswer.objects.create(account=acme, submission=failed, **(row | fields))
