"""Reasons with places: validated, folded, kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.errors import InvalidInput
from registrar.tenancy.context import acting_as
from verification.finding_fields import FIELDS
from verification.models import Submission, SubmissionMaterial
from verification.services.decision_rows import ReasonAt
from verification.services.reasons_given import checked_reasons
from verification.services.submissions import fail_submission

CODES = ("materials_unclear", "number_mismatch")
places = st.builds(ReasonAt, code=st.sampled_from(CODES), field=st.sampled_from(["", *FIELDS]))


@given(st.lists(places, min_size=1, max_size=20))
def test_each_place_counts_once_and_the_whole_only_where_there_is_no_place(asked):
    found = checked_reasons(Submission(), asked)
    assert len(set(found)) == len(found)
    assert set(found) <= set(asked)
    assert {one.code for one in found} == {one.code for one in asked}
    for one in found:
        siblings = [other for other in found if other.code == one.code]
        assert one.field or siblings == [one]
    assert checked_reasons(Submission(), found) == found


@pytest.mark.django_db
def test_places_are_kept_with_the_submission_and_the_decision(
    submitted, reviewer, claim, reread, decisions_of
):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        link = SubmissionMaterial.objects.select_related("material").get(submission=submitted)
        picture = link.material.public_id
        fail_submission(
            actor=reviewer,
            submission=submitted,
            reasons=[
                ReasonAt("materials_unclear"),
                ReasonAt("number_mismatch", field="document_number"),
                ReasonAt("materials_unclear", picture=picture),
                ReasonAt("materials_unclear", picture=picture),
            ],
        )
    row = reread(submitted)
    assert row.reason_codes == ["number_mismatch", "materials_unclear"]
    assert row.reason_places == [
        {"code": "number_mismatch", "picture": "", "field": "document_number"},
        {"code": "materials_unclear", "picture": picture, "field": ""},
    ]
    (decision,) = decisions_of(submitted)
    assert decision.reasons == row.reason_places


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (ReasonAt("no_such_reason"), "invalid_choice"),
        (
            ReasonAt("materials_unclear", picture="mat_01jdg0000000000000000000000"),
            "unknown_picture",
        ),
        (ReasonAt("materials_unclear", picture="first"), "unknown_picture"),
        (ReasonAt("materials_unclear", field="shoe_size"), "unknown_field"),
    ],
)
def test_place_that_does_not_exist_is_refused_by_name(submitted, reviewer, claim, wrong, code):
    claim(reviewer, submitted)
    with acting_as(reviewer), pytest.raises(InvalidInput) as caught:
        fail_submission(
            actor=reviewer, submission=submitted, reasons=[ReasonAt("number_mismatch"), wrong]
        )
    assert [(error.field, error.code) for error in caught.value.errors] == [("reasons", code)]


@pytest.mark.django_db
def test_picture_that_was_replaced_is_no_place(submitted, reviewer, claim):
    claim(reviewer, submitted)
    with acting_as(reviewer):
        link = SubmissionMaterial.objects.select_related("material").get(submission=submitted)
        link.replaced = True
        link.save()
        wrong = [ReasonAt("materials_unclear", picture=link.material.public_id)]
        with pytest.raises(InvalidInput):
            fail_submission(actor=reviewer, submission=submitted, reasons=wrong)
