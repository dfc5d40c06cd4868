"""The customer brings what was asked for: every point, with new pictures, once."""

import datetime as dt
from dataclasses import replace

import pytest

from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from verification.models import MoreRequest, SubmissionMaterial
from verification.packing import address
from verification.selectors import materials_of
from verification.services.answers_to_more import Answer
from verification.services.asking import Ask
from verification.services.submissions import bring_more, claim_submission

pytestmark = pytest.mark.django_db


def codes(error):
    return [(found.field, found.code) for found in error.value.errors]


def test_answered_submission_is_back_in_the_queue_of_who_asked(
    asked, answers, bring, fresh, submitted, reviewer, owner, items
):
    given = answers(asked)
    bring(given)
    row = fresh(submitted)
    assert (row.state, row.assigned_to_id) == ("submitted", reviewer.user_id)
    picture, words = items(asked)
    assert picture.answer_picture_id == given[0].material.pk
    assert words.answer_text == "改名了，见变更通知。"
    with acting_as(owner):
        request = MoreRequest.objects.get()
        assert (request.answered_by, request.answered_at is None) == (owner.label, False)
        assert InfoTemplate.objects.get(pk=submitted.template_id).state == "in_review"
        entry = LogEntry.objects.get(action="submission.more_brought")
    assert entry.after["materials"] == [given[0].material.public_id]
    assert "改名" not in str(entry.after)


def test_new_picture_takes_the_place_of_the_old_one_which_is_only_kept(
    asked, answers, bring, submitted, owner, sent
):
    given = answers(asked)
    bring(given)
    with acting_as(owner):
        assert materials_of(submitted) == [given[0].material]
        old = SubmissionMaterial.objects.get(submission=submitted, material=sent)
        assert (old.replaced, old.position) == (True, 1)
        _request, stored = address(submitted.pk)
    assert [name for _kind, name in stored] == [given[0].material.storage_name]


def test_added_pictures_come_last(ask, answers, bring, submitted, owner, sent):
    request = ask(Ask("other_side"), Ask("authorisation"))
    given = answers(request)
    bring(given)
    with acting_as(owner):
        assert materials_of(submitted) == [sent, given[0].material, given[1].material]


def test_a_second_round_replaces_the_second_picture(
    asked, answers, bring, submitted, owner, reviewer, ask, sent
):
    first = answers(asked)
    bring(first)
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
    again = ask(Ask("retake", about=first[0].material.public_id))
    second = answers(again)
    bring(second)
    with acting_as(owner):
        rows = SubmissionMaterial.objects.filter(submission=submitted).order_by("position")
        assert [row.material_id for row in rows] == [
            second[0].material.pk,
            sent.pk,
            first[0].material.pk,
        ]
        assert [row.replaced for row in rows] == [False, True, True]


def test_the_promised_day_counts_from_the_answer(
    time_machine, submitted, asked, answers, bring, fresh
):
    before = fresh(submitted).expected_on
    given = answers(asked)
    time_machine.move_to(dt.datetime.now(dt.UTC) + dt.timedelta(days=14), tick=False)
    bring(given)
    assert fresh(submitted).expected_on >= before + dt.timedelta(days=14)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda given, sent: given[:1], [("answers", "required")]),
        (lambda given, sent: [], [("answers", "required")] * 2),
        (lambda given, sent: [*given, given[1]], [("answers.2.item", "duplicate")]),
        (
            lambda given, sent: [*given, Answer("item_unknown", text="x")],
            [("answers.2.item", "unknown_item")],
        ),
        (
            lambda given, sent: [Answer(given[0].item), given[1]],
            [("answers.0.material", "required")],
        ),
        (
            lambda given, sent: [replace(given[0], text="x"), given[1]],
            [("answers.0.text", "not_expected")],
        ),
        (
            lambda given, sent: [given[0], replace(given[1], text=" ")],
            [("answers.1.text", "required")],
        ),
        (
            lambda given, sent: [given[0], replace(given[1], text="字" * 1001)],
            [("answers.1.text", "max_length")],
        ),
        (
            lambda given, sent: [given[0], replace(given[1], material=sent)],
            [("answers.1.material", "not_expected")],
        ),
        (
            lambda given, sent: [replace(given[0], material=sent), given[1]],
            [("answers.0.material", "material_used")],
        ),
    ],
)
def test_answers_that_do_not_fit_are_refused_and_change_nothing(
    asked, answers, bring, fresh, submitted, sent, change, wrong
):
    with pytest.raises(InvalidInput) as caught:
        bring(change(answers(asked), sent))
    assert codes(caught) == wrong
    assert fresh(submitted).state == "more_wanted"


def test_picture_of_another_kind_is_refused(asked, answers, bring, upload, owner):
    given = answers(asked)
    other = upload(owner, kind="supporting_document")
    with pytest.raises(InvalidInput) as caught:
        bring([replace(given[0], material=other), given[1]])
    assert codes(caught) == [("answers.0.material", "wrong_kind")]


def test_picture_of_another_account_is_refused(asked, answers, bring, upload, stranger):
    given = answers(asked)
    with pytest.raises(InvalidInput) as caught:
        bring([replace(given[0], material=upload(stranger)), given[1]])
    assert codes(caught) == [("materials", "material_unknown")]


def test_stranger_does_not_find_it_and_viewer_may_not(
    asked, answers, submitted, stranger, acme, vera, actor_of
):
    given = answers(asked)
    with acting_as(stranger), pytest.raises(NotFound):
        bring_more(actor=stranger, submission=submitted, answers=given)
    viewer = actor_of(acme, vera, "viewer")
    with acting_as(viewer), pytest.raises(NotPermitted):
        bring_more(actor=viewer, submission=submitted, answers=given)


def test_answering_twice_is_a_conflict(asked, answers, bring):
    given = answers(asked)
    bring(given)
    with pytest.raises(StateConflict):
        bring(given)
