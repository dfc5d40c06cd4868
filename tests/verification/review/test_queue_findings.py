"""The queue lists what the workbench finds, whatever the user has confirmed."""

import pytest

from tests.verification.review.test_precheck import OTHER_NUMBER, card
from tests.world import material_of, reading_of
from verification.models import MaterialReading, SubmissionMaterial
from verification.services.findings_noted import note_findings, note_findings_of_picture

pytestmark = pytest.mark.django_db
QUEUE = "/admin/verification/submission/"


@pytest.fixture
def read(inside):
    """A reader is done with the submission's picture."""

    def finish(submission, reading):
        with inside(submission.account):
            material = submission.submission_materials.first().material
            MaterialReading.objects.filter(material=material).delete()
            reading_of(material, reading)
            note_findings_of_picture(material.pk)

    return finish


def found_in(row):
    return row.found_worst, row.found_codes


@pytest.mark.parametrize(
    ("number", "found"),
    [(OTHER_NUMBER, ("block", ["number_mismatch"])), (None, ("none", []))],
)
def test_reading_that_is_done_tells_the_queue(number, found, acme, submit, read, fresh):
    submission = submit(acme, "a.com")
    assert found_in(submission) == ("unread", [])
    read(submission, card(number=number) if number else card())
    assert found_in(fresh(submission)) == found


def test_doubtful_picture_is_to_be_checked_although_nothing_was_confirmed(
    acme, rita, submit, read, browser
):
    submission = submit(acme, "bad.com")
    read(submission, card(number=OTHER_NUMBER))
    read(submit(acme, "good.com"), card())
    submit(acme, "unread.com")
    client = browser(rita)
    for level, name in (("block", "bad.com"), ("none", "good.com"), ("unread", "unread.com")):
        lines = client.get(QUEUE, {"findings": level}).context["lines"]
        assert [line.submission.domain.name for line in lines] == [name]
    (line,) = client.get(QUEUE, {"findings": "number_mismatch"}).context["lines"]
    assert (line.found_tone, len(line.findings)) == ("bad", 1)


def test_queue_says_the_worst_in_words(acme, rita, submit, read, browser):
    read(submit(acme, "bad.com"), card(number=OTHER_NUMBER))
    client = browser(rita)
    client.cookies["language"] = "en"
    table = client.get(QUEUE).text
    table = table[table.index("<tbody>") :]
    assert "Would fail" in table
    assert "Number differs from the document" in table


def test_one_picture_that_is_not_read_is_no_proof(acme, submit, inside, read, fresh):
    submission = submit(acme, "a.com")
    with inside(acme):
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material_of(acme), position=1
        )
    read(submission, card())
    assert found_in(fresh(submission)) == ("unread", [])


def test_form_is_judged_before_any_picture_is_read(acme, submit, inside, fresh):
    submission = submit(acme, "a.com", holder_name="张 示例")
    with inside(acme):
        note_findings(submission)
    assert found_in(fresh(submission)) == ("block", ["name_contains_space"])


@pytest.mark.parametrize("state", ["at_authority", "passed", "withdrawn"])
def test_what_is_decided_keeps_what_was_found(state, acme, submit, read, fresh):
    submission = submit(acme, "a.com", state=state)
    read(submission, card(number=OTHER_NUMBER))
    assert found_in(fresh(submission)) == ("unread", [])


def test_replaced_picture_tells_nothing(acme, submit, inside, read, fresh):
    submission = submit(acme, "a.com")
    with inside(acme):
        submission.submission_materials.update(replaced=True)
    read(submission, card(number=OTHER_NUMBER))
    assert found_in(fresh(submission)) == ("unread", [])


def test_claiming_looks_again_and_looking_does_not(
    acme, rita, submit, inside, browser, page, fresh
):
    submission = submit(acme, "a.com")
    with inside(acme):
        reading_of(submission.submission_materials.get().material, card(number=OTHER_NUMBER))
    client = browser(rita)
    client.get(page("decide", submission))
    assert found_in(fresh(submission)) == ("unread", [])
    client.post(page("claim", submission))
    assert found_in(fresh(submission)) == ("block", ["number_mismatch"])
