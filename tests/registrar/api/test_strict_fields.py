"""Every body that takes a switch or a number takes nothing that only looks like one."""

import pytest

from domains.api.bodies import DomainChanges, RegistrationInput
from registrar.accounts.api.serializers import Rotation
from registrar.sheets.api.bodies import RunInput
from registrar.webhooks.api.serializers import RotateSecretInput
from verification.api.serializers import ResubmitInput

LOOK_ALIKES = ["yes", "1", "true", 1.5, None, [], {}]


def refused(body, field, value):
    told = body(data={field: value})
    told.is_valid()
    return field in told.errors


@pytest.mark.parametrize("value", [*LOOK_ALIKES, 1])
@pytest.mark.parametrize(
    ("body", "field"),
    [(DomainChanges, "auto_renew"), (RunInput, "duplicates"), (ResubmitInput, "anyway")],
)
def test_switch_is_true_or_false(body, field, value):
    assert refused(body, field, value)
    assert not refused(body, field, True)


@pytest.mark.parametrize("value", [*LOOK_ALIKES, True])
@pytest.mark.parametrize(
    ("body", "field"),
    [
        (RegistrationInput, "years"),
        (Rotation, "overlap_hours"),
        (RotateSecretInput, "overlap_hours"),
    ],
)
def test_number_is_a_whole_number(body, field, value):
    assert refused(body, field, value)
    assert not refused(body, field, 1)
