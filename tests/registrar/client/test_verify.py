"""From a picture to the result, against the real API on a real socket."""

import pytest

from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER
from verification.authorities.simulated.register import register_identity
from verification.models import Submission
from verification.services.deciding import approve_submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import claim_submission, fail_submission
from verification.tasks import sweep_submissions

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reviewed(reviewer):
    """`reviewed(approve=…)`: the reviewer decides the only submission."""

    def decide(*, approve: bool) -> None:
        with acting_as(reviewer):
            submission = Submission.objects.get()
            claim_submission(actor=reviewer, submission=submission)
            if approve:
                approve_submission(actor=reviewer, submission=submission)
            else:
                reason = ReasonAt("document_number_mismatch")
                fail_submission(actor=reviewer, submission=submission, reasons=[reason], note="看")

    return decide


def test_template_is_verified_with_one_command(
    signed_in, zm, card, acme, make_template, reviewed, while_watching
):
    register_identity(
        name=NAME, holder_type="individual", document_type="SFZ", document_number=NUMBER
    )
    template = make_template(acme).public_id
    while_watching(lambda: reviewed(approve=True), sweep_submissions)
    ran = zm("verify", "--template", template, card, "--watch", "--json")
    assert (ran.code, ran.json["state"]) == (0, "passed"), ran
    assert ran.json["template"] == template
    assert "at the authority" in ran.err or "submitted" in ran.err
