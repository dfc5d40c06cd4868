import pytest

from registrar.webhooks.subscriptions import is_chosen, tidied, unknown_patterns

KNOWN = ["domain.updated", "verification.failed", "verification.passed"]


@pytest.mark.parametrize(
    ("pattern", "chosen"),
    [
        ("*", KNOWN),
        ("verification.*", ["verification.failed", "verification.passed"]),
        ("verification.passed", ["verification.passed"]),
        ("verification", []),
        ("ver*", []),
        ("*.passed", []),
        (".*", []),
    ],
)
def test_pattern_means_a_type_a_family_or_everything(pattern, chosen):
    assert [t for t in KNOWN if is_chosen(t, [pattern])] == chosen
    assert unknown_patterns([pattern], KNOWN) == ([] if chosen else [pattern])


def test_what_a_broader_pattern_says_already_is_left_out():
    assert tidied(["verification.passed", "domain.updated", "verification.*"]) == [
        "domain.updated",
        "verification.*",
    ]
    assert tidied(["domain.updated", "*"]) == ["*"]
