"""The decision's panel: places, suggestions, previews, four eyes, reopening; nothing typed is
lost."""

import pytest
from django.utils.html import escape

from registrar.accounts.models import Account, User
from tests.conftest import PASSWORD
from tests.staff import add_staff
from verification.models import ReviewDecision, Submission, SubmissionMaterial
from verification.review.reason_choices import review_reasons

TYPED = {
    "reason_codes": ["materials_unclear"],
    "note_to_user": "左下角模糊",
    "note_to_staff": "second time",
}


@pytest.fixture
def four_eyes(acme, as_staff):
    with as_staff():
        Account.objects.filter(pk=acme.pk).update(four_eyes=True)


@pytest.fixture
def rob(db) -> User:
    return add_staff("Rob", "reviewers")


@pytest.fixture
def picture_of(as_staff):
    def read(submission):
        with as_staff():
            link = SubmissionMaterial.objects.select_related("material").get(submission=submission)
            return link.material.public_id

    return read


def claimed(client, page, submission):
    client.post(page("claim", submission))
    return submission


def test_reasons_go_with_their_places(acme, rita, submit, browse, page, fresh, picture_of):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    picture = picture_of(submission)
    places = {
        "picture_materials_unclear": [picture, ""],
        "field_materials_unclear": ["", "document_number"],
        # Not chosen: its place counts for nothing.
        "picture_number_mismatch": [picture],
        "field_number_mismatch": [""],
    }
    client.post(page("refuse", submission), TYPED | places)
    assert fresh(submission).reason_places == [
        {"code": "materials_unclear", "picture": picture, "field": ""},
        {"code": "materials_unclear", "picture": "", "field": "document_number"},
    ]


def test_place_that_does_not_exist_is_refused_with_everything_typed(
    acme, rita, submit, browse, page, fresh
):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    places = {"picture_materials_unclear": ["mat_nobody"], "field_materials_unclear": ["address"]}
    answer = client.post(page("refuse", submission), TYPED | places)
    assert answer.status_code == 400
    assert "does not belong to the submission" in answer.text
    assert "左下角模糊" in answer.text
    assert '<option value="address" selected>' in answer.text
    assert fresh(submission).state == "in_review"


def test_another_place_is_added_without_scripts(acme, rita, submit, browse, page, fresh):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    answer = client.post(page("refuse", submission), TYPED | {"add_place": "materials_unclear"})
    assert answer.status_code == 200
    assert answer.text.count('name="picture_materials_unclear"') == 2
    assert "左下角模糊" in answer.text
    assert fresh(submission).state == "in_review"


def test_preview_is_the_whole_message_and_sends_nothing(
    acme, rita, submit, browse, page, fresh, picture_of
):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    places = {"picture_materials_unclear": [picture_of(submission)], "field_materials_unclear": ""}
    answer = client.post(page("refuse", submission), TYPED | places | {"preview": "1"})
    preview = answer.text[answer.text.index('id="message-preview"') :]
    preview = preview[: preview.index("</section>")]
    said = review_reasons()["materials_unclear"]
    assert escape(said.summary.pick("en")) in preview
    assert all(escape(step.text.pick("en")) in preview for step in said.guidance[:1])
    assert "Picture 1" in preview
    assert "左下角模糊" in preview
    assert "second time" not in preview
    assert fresh(submission).state == "in_review"


def test_what_was_typed_comes_back_when_a_colleague_took_the_case(
    acme, rita, rob, submit, browse, page, fresh
):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    browse(rob).post(page("take-over", submission))
    answer = client.post(page("refuse", submission), TYPED)
    assert answer.status_code == 409
    assert "Not sent: this is what you typed" in answer.text
    assert "左下角模糊" in answer.text
    assert "second time" in answer.text
    answer = client.post(page("approve", submission), {"note_to_staff": "looks fine"})
    assert answer.status_code == 409
    assert "looks fine" in answer.text
    assert fresh(submission).state == "in_review"


def test_what_was_typed_comes_back_after_the_own_decision_was_taken_back(
    acme, rita, rob, submit, browse, page
):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    client.post(page("refuse", submission), TYPED)
    browse(rob).post(page("reopen", submission), {"note": "wrong reason"})
    answer = client.post(page("refuse", submission), TYPED | {"note_to_user": "又一次"})
    assert answer.status_code == 409
    assert "又一次" in answer.text


def test_decision_claims_the_next_one_and_offers_to_undo(acme, rita, submit, browse, page, fresh):
    client = browse(rita)
    first = claimed(client, page, submit(acme, "a.com"))
    second = submit(acme, "b.com")
    answer = client.post(page("approve", first), follow=True)
    assert fresh(second).reviewer == rita
    assert page("reopen", first) in answer.text
    client.post(page("reopen", first))
    row = fresh(first)
    assert (row.state, row.reviewer) == ("in_review", rita)


def test_reopening_a_colleagues_decision_asks_why_and_keeps_the_word(
    acme, rita, rob, submit, browse, page, fresh, as_staff
):
    submission = claimed(browse(rita), page, submit(acme, "a.com"))
    browse(rita).post(page("refuse", submission), TYPED)
    client = browse(rob)
    assert page("reopen", submission) in client.get(page("decide", submission)).text
    refused = client.post(page("reopen", submission), {"note": " "})
    assert refused.status_code == 409
    assert fresh(submission).state == "failed"
    client.post(page("reopen", submission), {"note": "wrong reason"})
    assert fresh(submission).state == "in_review"
    with as_staff():
        decision = ReviewDecision.objects.get(submission=submission)
        assert (decision.standing, decision.closing_note) == ("reopened", "wrong reason")


def test_sent_one_offers_no_reopening(acme, rita, submit, browse, page, inside):
    client = browse(rita)
    submission = claimed(client, page, submit(acme, "a.com"))
    client.post(page("approve", submission))
    with inside(acme):
        row = Submission.objects.get(pk=submission.pk)
        row.sent_at = row.updated_at
        row.save()
    assert 'id="reopen"' not in client.get(page("decide", submission)).text
    answer = client.post(page("reopen", submission))
    assert "gone to the authority already" in answer.text


def test_second_reviewer_sees_the_first_decision_and_confirms_it(
    four_eyes, acme, rita, rob, submit, browse, page, fresh
):
    submission = claimed(browse(rita), page, submit(acme, "a.com"))
    browse(rita).post(page("refuse", submission), TYPED)
    assert fresh(submission).state == "second_review"
    own = browse(rita).get(page("decide", submission)).text
    assert page("confirm", submission) not in own
    assert page("reopen", submission) in own
    client = browse(rob)
    claimed(client, page, submission)
    seen = client.get(page("decide", submission)).text
    assert "左下角模糊" in seen
    assert "Confirm the refusal" in seen
    assert "Approve instead" in seen
    client.post(page("confirm", submission))
    row = fresh(submission)
    assert (row.state, row.reason_codes) == ("failed", ["materials_unclear"])


def test_page_of_another_decision_confirms_nothing(
    four_eyes, acme, rita, rob, submit, browse, page, fresh, as_staff
):
    submission = claimed(browse(rita), page, submit(acme, "a.com"))
    browse(rita).post(page("approve", submission))
    client = browse(rob)
    claimed(client, page, submission)
    with as_staff():
        read = ReviewDecision.objects.get(submission=submission).pk
    assert f'name="decision" value="{read}"' in client.get(page("decide", submission)).text
    third = User.objects.create_user("tom@registrar.example", PASSWORD, name="Tom", is_staff=True)
    third.groups.set(rita.groups.all())
    browse(third).post(page("take-over", submission))
    browse(third).post(page("refuse", submission), TYPED)
    claimed(client, page, submission)
    answer = client.post(page("confirm", submission), {"decision": str(read)}, follow=True)
    assert "decided otherwise meanwhile" in answer.text
    assert fresh(submission).state == "in_review"


@pytest.mark.parametrize("name", ["confirm", "reopen"])
def test_strangers_to_the_review_confirm_and_reopen_nothing(
    name, acme, stan, alice, submit, browser, page, fresh
):
    submission = submit(acme, "a.com")
    assert browser(stan).post(page(name, submission)).status_code == 403
    assert "/admin/login/" in browser(alice).post(page(name, submission)).url
    assert browser(stan).get(page(name, submission)).headers["Location"] == page(
        "decide", submission
    )
    assert fresh(submission).state == "submitted"
