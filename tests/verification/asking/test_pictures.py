"""What is read and sent once pictures were replaced, and what the pre-check says of new ones."""

import pytest

from registrar.errors import InvalidInput
from registrar.tenancy.context import acting_as
from tests.verification.data import OTHER_NUMBER
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of, rendition_of
from verification.dossiers import dossiers_of
from verification.models import Material, MaterialReading, Submission
from verification.precheck.checks import find_problems
from verification.reading.model import Flaw
from verification.services.asking import Ask
from verification.services.submissions import claim_submission

pytestmark = pytest.mark.django_db
BLURRED = {"flaws": (Flaw(code="image_blurry", confidence=0.99),)}


@pytest.fixture
def seen(owner, settings):
    """`seen(material, card())`: this was read in it."""

    def read(material: Material, reading: object) -> None:
        settings.READ_PICTURES = True
        with acting_as(owner):
            MaterialReading.objects.filter(material=material).delete()
            reading_of(material, reading)

    return read


def codes(error):
    return {(found.field, found.code) for found in error.value.errors}


def test_old_picture_is_no_longer_judged(asked, answers, bring, seen, sent, submitted, owner):
    given = answers(asked)
    seen(sent, card(**BLURRED))
    seen(given[0].material, card())
    bring(given)
    with acting_as(owner):
        dossier = dossiers_of([Submission.objects.get(pk=submitted.pk)])[submitted.pk]
    assert [picture.digest for picture in dossier.pictures] == [given[0].material.sha256]
    assert len(dossier.readings) == 1
    assert "image_blurry" not in {found.code for found in find_problems(dossier)}


def test_words_alone_leave_what_is_sent_as_it_was(
    ask, answers, bring, seen, sent, submitted, owner
):
    request = ask(Ask("explanation"))
    with acting_as(owner):
        made = rendition_of(sent)
        submitted.submission_materials.update(rendition=made)
    # By now a reading says that the original could go.
    seen(sent, card())
    bring(answers(request))
    with acting_as(owner):
        assert submitted.submission_materials.get().rendition == made


def test_next_claim_reads_only_pictures_in_use(
    asked, answers, bring, settings, submitted, reviewer, owner, sent
):
    given = answers(asked)
    bring(given)
    settings.READ_PICTURES = True
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submitted)
    with acting_as(owner):
        read = set(MaterialReading.objects.values_list("material", flat=True))
    assert read == {given[0].material.pk}
    assert sent.pk not in read


def test_blurred_new_picture_is_refused_where_it_was_given(asked, answers, bring, seen):
    given = answers(asked)
    seen(given[0].material, card(**BLURRED))
    with pytest.raises(InvalidInput) as caught:
        bring(given, confirmed_warnings=["image_blurry"])
    assert codes(caught) == {("answers.0.material", "image_blurry")}


def test_other_number_in_a_new_picture_is_confirmed_for_the_reviewer(
    asked, answers, bring, seen, fresh, submitted
):
    given = answers(asked)
    seen(given[0].material, card(number=OTHER_NUMBER))
    with pytest.raises(InvalidInput) as caught:
        bring(given)
    assert caught.value.code == "warnings_unconfirmed"
    assert codes(caught) == {("document_number", "number_mismatch")}
    bring(
        given,
        confirmed_warnings=["number_mismatch"],
        warnings_seen=caught.value.extra["warnings_seen"],
    )
    row = fresh(submitted)
    assert row.confirmed_warnings == ["number_mismatch"]
    assert (row.found_worst, "number_mismatch" in row.found_codes) == ("block", True)


def test_confirmation_of_something_else_covers_nothing(asked, answers, bring, seen):
    given = answers(asked)
    seen(given[0].material, card(number=OTHER_NUMBER))
    with pytest.raises(InvalidInput) as caught:
        bring(given, confirmed_warnings=["number_mismatch"], warnings_seen="0" * 32)
    assert caught.value.code == "warnings_unconfirmed"


def test_flaws_of_pictures_that_stay_keep_nobody_from_answering(
    ask, answers, bring, seen, sent, fresh, submitted
):
    request = ask(Ask("authorisation"))
    given = answers(request)
    seen(sent, card(**BLURRED))
    seen(given[0].material, card())
    bring(given)
    assert fresh(submitted).state == "submitted"


def test_words_alone_wait_for_no_picture(ask, answers, bring, settings, fresh, submitted):
    given = answers(ask(Ask("explanation")))
    settings.READ_PICTURES = True
    bring(given)
    assert fresh(submitted).state == "submitted"
