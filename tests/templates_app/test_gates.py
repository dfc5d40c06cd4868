import pytest

from templates_app.gates import (
    can_delete,
    can_edit,
    delete_blockers,
    disable_blockers,
    edit_blockers,
    submit_blockers,
    version_blockers,
)

STATES = ["unverified", "in_review", "verified", "failed", "disabled"]


def codes(found):
    return [blocker.code for blocker in found]


@pytest.mark.parametrize(
    ("state", "edit", "version", "submit", "disable"),
    [
        ("unverified", [], ["template_editable"], [], []),
        ("in_review", ["template_in_review"], [], ["template_in_review"], []),
        ("verified", ["template_verified"], [], ["template_already_verified"], []),
        ("failed", [], [], [], []),
        ("disabled", *[["template_disabled"]] * 4),
    ],
)
def test_what_blocks_each_action_by_state(state, edit, version, submit, disable):
    assert codes(edit_blockers(state)) == edit
    assert can_edit(state) == (not edit)
    assert codes(version_blockers(state)) == version
    assert codes(submit_blockers(state)) == submit
    assert codes(disable_blockers(state)) == disable


@pytest.mark.parametrize("state", ["unverified", "in_review", "verified", "failed"])
def test_living_template_can_be_edited_or_made_anew(state):
    assert not edit_blockers(state) or not version_blockers(state)


@pytest.mark.parametrize(
    ("state", "domains", "expected"),
    [
        ("unverified", 0, []),
        ("verified", 0, []),
        ("failed", 0, []),
        ("disabled", 0, []),
        ("in_review", 0, ["template_in_review"]),
        ("verified", 1, ["template_has_domains"]),
        ("disabled", 3, ["template_has_domains"]),
        ("in_review", 2, ["template_in_review", "template_has_domains"]),
    ],
)
def test_delete_of_a_template_by_state_and_domains(state, domains, expected):
    assert codes(delete_blockers(state, domain_count=domains)) == expected
    assert can_delete(state, domain_count=domains) == (not expected)


@pytest.mark.parametrize(
    "ask", [edit_blockers, version_blockers, submit_blockers, disable_blockers]
)
def test_template_in_an_unknown_state_is_refused(ask):
    with pytest.raises(ValueError, match="verifed"):
        ask("verifed")
    with pytest.raises(ValueError, match="verifed"):
        delete_blockers("verifed", domain_count=0)
