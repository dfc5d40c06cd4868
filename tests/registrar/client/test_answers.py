"""What `zm` makes of answers: what it shows, what it asks back, what it refuses by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from registrar.client.cli.output.moments import moment
from registrar.client.signatures import is_secret

from .loopback import Said, loopback, problem

_ROUTE = {
    "available": True,
    "blocked_by": [],
    "blockers": [],
    "templates": [],
    "expected_on": "2026-12-04",
    "safe_from": None,
    "unchanged": None,
    "recommended": False,
    "because_texts": ["why"],
}
OTHER = {"id": "tpl_other", "name": "Other", "same_holder": False}
SAME = {"id": "tpl_same", "name": "Same", "same_holder": True}
OPERATION = {
    "id": "op_1",
    "operation": "change_registrant",
    "domain": "a.cn",
    "state": "submitted",
    "template": "tpl_same",
    "expected_on": None,
    "ended_at": None,
    "failure": None,
}


def ways(**change) -> Said:
    unchanged = {
        "available": False,
        "may_insist": True,
        "blocked_by": ["too_early"],
        "blockers": [],
        "submission": "ver_1",
    }
    again = {"route": "resubmit", "safe_from": "2026-12-01", "unchanged": unchanged}
    routes = [_ROUTE | {"route": "change_registrant"} | change, _ROUTE | again]
    return Said(body={"domain": "a.cn", "failure": None, "alternatives": [], "routes": routes})


@pytest.fixture
def served(zm, monkeypatch):
    def run(*arguments, answers):
        with loopback(*answers) as server:
            monkeypatch.setenv("ZM_URL", server.url)
            monkeypatch.setenv("ZM_KEY", "zm_x")
            return zm(*arguments), server.heard

    return run


def test_other_holders_template_is_marked_and_not_ready_to_paste(served):
    ran, _heard = served("reverify", "a.cn", answers=[ways(templates=[OTHER])])
    assert "tpl_other  Other (other holder)" in ran.out
    assert "--change-registrant TEMPLATE --other-holder" in ran.out
    assert "--change-registrant tpl_other" not in ran.out
    assert "--resubmit FILE" in ran.out
    assert "--unchanged --watch  # from 2026-12-01" in ran.out
    ran, _heard = served("reverify", "a.cn", answers=[ways(templates=[OTHER, SAME])])
    assert "--change-registrant tpl_same --watch" in ran.out


def test_domain_changes_hands_only_where_that_is_said(served):
    change = ("reverify", "a.cn", "--change-registrant", "tpl_other")
    ran, heard = served(*change, answers=[ways(templates=[OTHER, SAME])])
    assert (ran.code, len(heard)) == (2, 1)
    assert "--other-holder" in ran.err
    answers = [ways(templates=[OTHER, SAME]), Said(body=OPERATION)]
    ran, heard = served(*change, "--other-holder", answers=answers)
    assert (ran.code, heard[1][0]) == (0, "POST")


def test_closed_way_is_neither_praised_nor_taken(served):
    closed = {"available": False, "blockers": [{"message": "It is verified."}]}
    ran, _heard = served("reverify", "a.cn", answers=[ways(**closed)])
    assert "not possible now\n  It is verified.\n\n" in ran.out
    change = ("reverify", "a.cn", "--change-registrant", "tpl_same")
    ran, heard = served(*change, answers=[ways(**closed, templates=[SAME])])
    assert (ran.code, len(heard), ran.err) == (5, 1, "It is verified.\n")


def test_dry_run_is_called_one(served):
    change = ("reverify", "a.cn", "--change-registrant", "tpl_same", "--dry-run")
    ran, heard = served(*change, answers=[ways(templates=[SAME]), Said(body=OPERATION)])
    assert heard[1][1].endswith("dry_run=true")
    assert ran.err == "Dry run: nothing is changed. This is what would happen.\n"
    assert "op_1" not in ran.out


def test_refusal_is_said_once(served):
    row = {"field": "file", "code": "invalid", "message": "Not a picture."}
    for detail, times in (("Not a picture.", 1), ("The input is wrong.", 1)):
        said = problem(400, "invalid", detail=detail, errors=[row])
        ran, _heard = served("me", answers=[said])
        assert (ran.code, ran.err.count("Not a picture.")) == (2, times)


def test_span_is_sent_again(served):
    span = ("--from", "2026-12-01", "--to", "2026-12-03")
    ran, heard = served(
        "webhooks", "replay-span", "whe_1", *span, answers=[Said(body={"count": 3})]
    )
    assert (ran.code, ran.out) == (0, "deliveries  3\n")
    assert heard[0][1] == "/api/v1/webhook-deliveries/replay"


def test_items_of_a_batch_name_their_domains(served):
    item = {"index": 0, "item_state": "waiting", "domain": "a.cn", "id": None}
    page = {"items": [item | {"state": "waiting", "problem": None}], "next": None}
    ran, _heard = served("batch", "items", "batch_1", answers=[Said(body=page)])
    assert ran.out.splitlines()[1].split() == ["0", "a.cn", "waiting", "waiting"]


def test_wrong_ports_keys_and_secrets_are_refused_in_words(zm, monkeypatch):
    assert zm("webhooks", "listen", "99999").code == 2
    monkeypatch.setenv("ZM_WEBHOOK_SECRET", "bad")
    assert zm("webhooks", "listen", "9000").code == 2
    monkeypatch.setenv("ZM_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("ZM_KEY", "é")
    assert zm("me").code == 3
    assert not is_secret("whsec_é")


def test_moments_say_their_zone():
    assert moment("2026-11-27T02:00:00+00:00")[16] in "+-"


@pytest.mark.parametrize("name", ["", ".", ".."])
def test_name_that_can_be_none_is_refused_in_words(served, name):
    ran, heard = served("domains", "show", name, answers=[])
    assert (ran.code, heard) == (2, [])
    assert "not a name or an id" in ran.err


@pytest.mark.parametrize(
    "url", ["http://[::1", "https://a.example:x", "https://a.example:0", "https://:pw@a.example"]
)
def test_address_that_is_none_is_refused_in_words(zm, monkeypatch, url):
    monkeypatch.setenv("ZM_URL", url)
    monkeypatch.setenv("ZM_KEY", "zm_x")
    ran = zm("me")
    assert ran.code == 2
    assert "Not an address" in ran.err


def test_file_in_another_encoding_is_refused_in_words(served, tmp_path):
    file = tmp_path / "bodies.ndjson"
    file.write_bytes(b'{"name": "\xff"}')
    ran, _heard = served("batch", "start", "operations", str(file), answers=[])
    assert ran.code == 2
    assert "holds no JSON" in ran.err


def test_end_of_input_where_a_key_is_asked_for_is_no_key(zm, monkeypatch):
    def ended(*_asked):
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", ended)
    assert zm("login", "--url", "http://127.0.0.1:1").code == 2


def test_disk_that_is_full_is_told(home):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "registrar.client", "profiles", "--json"],
            env=os.environ | {"PYTHONUNBUFFERED": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stderr.strip()) == (2, "No space left on device")
