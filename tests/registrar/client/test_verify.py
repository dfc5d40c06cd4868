"""From a picture to the result, against the real API on a real socket."""

import json

import pytest

from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER
from verification.models import Submission
from verification.services.deciding import approve_submission, fail_submission
from verification.services.decision_rows import ReasonAt
from verification.services.submissions import claim_submission, record_outcome

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def authority_passes(owner):
    def answer() -> None:
        with acting_as(owner):
            number = Submission.objects.get().pk
            record_outcome(actor=owner, submission_id=number, passed=True)

    return answer


@pytest.fixture
def approve(reviewer):
    def decide() -> None:
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=Submission.objects.get())
            approve_submission(actor=reviewer, submission=Submission.objects.get())

    return decide


@pytest.fixture
def refuse(reviewer):
    def decide() -> None:
        with acting_as(reviewer):
            claim_submission(actor=reviewer, submission=Submission.objects.get())
            reasons = [ReasonAt("number_mismatch")]
            fail_submission(
                actor=reviewer,
                submission=Submission.objects.get(),
                reasons=reasons,
                note_to_user="第 11 位",
            )

    return decide


def test_template_is_verified_with_one_command(
    signed_in, zm, card, acme, make_template, approve, authority_passes, while_watching
):
    template = make_template(acme).public_id

    while_watching(approve, authority_passes)
    ran = zm("verify", "--template", template, card, "--watch", "--json")
    assert (ran.code, ran.json["state"]) == (0, "passed"), ran
    assert ran.json["template"] == template
    assert "submitted\nat the authority\npassed\n" in ran.err


def test_failed_domain_says_why_and_names_the_ways_out(
    signed_in, zm, card, acme, make_domain, make_template, refuse, while_watching
):
    make_domain(acme, "acme.com", template=make_template(acme))
    while_watching(refuse)
    document = ("--type", "SFZ", "--number", NUMBER)
    ran = zm("verify", "--domain", "acme.com", card, *document, "--watch")
    assert ran.code == 1
    assert "(number_mismatch)" in ran.out
    assert "第 11 位" in ran.out
    assert NUMBER not in ran.out + ran.err
    ways = zm("reverify", "acme.com")
    assert ways.code == 0
    assert "corrected materials" in ways.out
    assert "zm reverify acme.com --" in ways.out
    listed = zm("domains", "list", "--status", "verification_failed", "--json")
    assert [row["name"] for row in listed.json["items"]] == ["acme.com"]


def test_refusals_have_their_exit_codes(signed_in, zm, card, monkeypatch):
    assert zm("domains", "show", "not-mine.com").code == 4
    assert zm("domains", "list", "--sort", "colour").code == 2
    assert zm("verify", "--template", "tpl_x", str(card) + ".missing").code == 2
    monkeypatch.setenv("ZM_KEY", "zm_wrong")
    refused = zm("me", "--json")
    assert (refused.code, json.loads(refused.out)["code"]) == (3, "not_authenticated")
    assert "zm login" in refused.err


def test_key_without_a_scope_is_told_which(signed_in, zm, acme, make_key, monkeypatch):
    key = make_key(acme, "domains:read")["Authorization"].removeprefix("Bearer ")
    monkeypatch.setenv("ZM_KEY", key)
    ran = zm("templates", "list")
    assert ran.code == 3
    assert "templates:read" in ran.err


def test_lists_go_over_pages_one_row_a_line(signed_in, zm, acme, make_domain):
    names = [f"shop{number}.com" for number in range(3)]
    for name in names:
        make_domain(acme, name)
    page = zm("domains", "list", "--limit", "2", "--json").json
    assert page["next"]
    rows = zm("domains", "list", "--limit", "2", "--all", "--json").out.splitlines()
    assert [name in row for name, row in zip(names, rows, strict=True)] == [True] * 3
    table = zm("domains", "list")
    assert table.out.splitlines()[0].split() == [
        "domain",
        "status",
        "registrant",
        "expires",
        "tags",
    ]
