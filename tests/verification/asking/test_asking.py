"""A reviewer asks for more: what may be asked, by whom, and what becomes of the claim."""

from dataclasses import replace

import pytest

from registrar.accounts.models import Membership
from registrar.errors import InvalidInput, NotPermitted, StateConflict
from registrar.notices.models import Notice
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from verification.asking.items import ITEMS, AnswerKind, kind_wanted
from verification.models import MoreRequest, ReviewDecision
from verification.services.asking import Ask
from verification.services.decision_rows import write_decision
from verification.services.submissions import ask_for_more

pytestmark = pytest.mark.django_db


def codes(error):
    return [(found.field, found.code) for found in error.value.errors]


def test_asking_ends_the_claim_and_waits_for_the_customer(asked, fresh, submitted, reviewer, items):
    row = fresh(submitted)
    assert (row.state, row.reviewer_id, row.lease_until) == ("more_wanted", None, None)
    assert row.assigned_to_id == reviewer.user_id
    assert [(item.what, item.detail) for item in items(asked)] == [
        ("retake", "左下角看不清"),
        ("explanation", "为什么姓名和上次不同？"),
    ]
    assert (asked.asked_by_id, asked.note_to_user) == (reviewer.user_id, "麻烦您了")


def test_asking_is_kept_as_a_decision_with_both_notes(asked, submitted, reviewer, as_staff):
    with as_staff():
        decision = ReviewDecision.objects.get(submission=submitted)
    assert (decision.verdict, decision.standing) == ("ask", "in_force")
    assert (decision.note_to_user, decision.note_to_staff) == ("麻烦您了", "second time")
    assert decision.reviewer_id == reviewer.user_id
    assert decision.claimed_at is not None


def test_asking_is_logged_without_anybodys_words(asked, owner):
    with acting_as(owner):
        entry = LogEntry.objects.get(action="submission.more_asked")
    assert entry.after == {"state": "more_wanted", "asked": ["retake", "explanation"]}


def test_template_stays_in_review(asked, owner, submitted):
    with acting_as(owner):
        assert InfoTemplate.objects.get(pk=submitted.template_id).state == "in_review"


def test_members_are_told_once_and_led_to_the_answer(asked, owner, submitted, vera):
    with acting_as(owner):
        notices = Notice.objects.filter(kind="verification.more_wanted_template")
        assert [notice.url for notice in notices.filter(user_id=owner.user_id)] == [
            f"/verifications/{submitted.public_id}/#more"
        ]
        assert not any("左下角" in str(notice.params) for notice in notices)


@pytest.mark.parametrize(
    ("asks", "wrong"),
    [
        ([], [("items", "required")]),
        ([Ask("explanation")] * 11, [("items", "too_many")]),
        ([Ask("nonsense")], [("items.0.what", "invalid_choice")]),
        ([Ask("retake")], [("items.0.about", "required")]),
        ([Ask("explanation", about="mat_other")], [("items.0.about", "invalid_choice")]),
        ([Ask("explanation", "字" * 301)], [("items.0.detail", "max_length")]),
        ([Ask("authorisation")] * 6, [("items", "too_many_materials")]),
    ],
)
def test_points_that_make_no_sense_are_refused(claimed, ask, fresh, asks, wrong):
    with pytest.raises(InvalidInput) as caught:
        ask(*asks)
    assert codes(caught) == wrong
    assert fresh(claimed).state == "in_review"


def test_one_picture_is_asked_for_anew_once(ask, sent):
    with pytest.raises(InvalidInput) as caught:
        ask(Ask("retake", about=sent.public_id), Ask("newer_document", about=sent.public_id))
    assert codes(caught) == [("items.1.about", "duplicate")]


@pytest.mark.parametrize("name", ["note_to_user", "note_to_staff"])
def test_notes_have_a_limit(ask, name):
    with pytest.raises(InvalidInput) as caught:
        ask(Ask("explanation"), **{name: "字" * 1001})
    assert codes(caught) == [(name, "max_length")]


def test_only_who_has_claimed_it_may_ask(claimed, reviewer, make_staff):
    colleague = make_staff("rob@registrar.example", decides=True)
    other = replace(reviewer, label="Rob", user_id=colleague.pk)
    with acting_as(other), pytest.raises(StateConflict):
        ask_for_more(actor=other, submission=claimed, items=[Ask("explanation")])


def test_customers_and_reviewers_of_their_own_account_may_not_ask(
    claimed, reviewer, owner, inside, acme
):
    with acting_as(owner), pytest.raises(NotPermitted):
        ask_for_more(actor=owner, submission=claimed, items=[Ask("explanation")])
    with inside(acme):
        Membership.objects.create(account=acme, user_id=reviewer.user_id, role="viewer")
    with acting_as(reviewer), pytest.raises(NotPermitted):
        ask_for_more(actor=reviewer, submission=claimed, items=[Ask("explanation")])


def test_asking_overrules_what_a_colleague_proposed(claimed, ask, reviewer, make_staff, as_staff):
    rob = make_staff("rob@registrar.example", decides=True)
    with as_staff():
        proposed = write_decision(
            reviewer=rob, submission=claimed, verdict="approve", standing="proposed"
        )
    ask(Ask("explanation"))
    with as_staff():
        proposed.refresh_from_db()
        assert (proposed.standing, proposed.closed_by_id) == ("overruled", reviewer.user_id)
        assert MoreRequest.objects.count() == 1


def test_every_item_is_answered_by_words_or_by_a_picture_of_a_kind():
    for item in ITEMS.values():
        kind = kind_wanted(item, "identity_document")
        assert bool(kind) is (item.answer is AnswerKind.PICTURE)
        assert not (item.replaces and item.kind)
