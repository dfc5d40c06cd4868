"""What the running demo promises to people and to scripts."""

import stat
import subprocess
import sys

import requests

from tests.stack.api import Api
from tests.stack.harness import ROOT, Stack, wait_for

EMAILS = {
    "acme": ["owner@acme.example", "operator@acme.example", "viewer@acme.example"],
    "globex": ["owner@globex.example"],
    "initech": ["owner@initech.example"],
}


def test_demo_file_tells_how_to_get_in(stack: Stack) -> None:
    demo = stack.demo
    assert demo["base_url"] == stack.base_url
    assert demo["password"] == "zhengming-demo"
    assert {slug: account["users"] for slug, account in demo["accounts"].items()} == EMAILS
    assert "admin@registrar.example" in demo["staff"]
    assert stat.S_IMODE((stack.var / "demo.json").stat().st_mode) == 0o600


def test_api_keys_of_the_demo_file_have_every_scope(stack: Stack) -> None:
    for slug in EMAILS:
        assert Api(stack, slug).get("/me")["account"]["slug"] == slug
    assert "sensitive" in Api(stack, "acme").get("/me")["scopes"]


def test_health_addresses_answer(stack: Stack) -> None:
    for path in ("/healthz", "/readyz"):
        assert requests.get(f"{stack.base_url}{path}", timeout=10).status_code == 200


def test_static_files_and_pages_are_served(stack: Stack) -> None:
    paths = (
        "/login/",
        "/demo/",
        "/demo/outbox/",
        "/static/css/base.css",
        "/static/img/favicon.svg",
    )
    for path in paths:
        answer = requests.get(f"{stack.base_url}{path}", timeout=30)
        assert answer.status_code == 200, path


def test_trusted_submission_ends_within_seconds(globex_api: Api) -> None:
    submission = globex_api.submit_new_template()
    wait_for(
        lambda: globex_api.all_ended([submission]), within=30, for_what="the authority's answer"
    )
    assert globex_api.states([submission]) == {submission: "passed"}


def test_second_demo_in_the_same_folder_is_refused(stack: Stack) -> None:
    other = Stack(stack.var)
    assert other.launch().wait(60) == 1
    assert "already runs" in other.output


def test_occupied_port_is_named_at_once(stack: Stack) -> None:
    other = Stack(stack.var.with_name("elsewhere"))
    other.port = stack.port
    assert other.launch().wait(60) == 1
    assert f"Port {stack.port}" in other.output


def test_manage_commands_join_the_running_database(stack: Stack) -> None:
    code = "from registrar.accounts.models import User; print(User.objects.count())"
    command = ["manage.py", "shell", "--no-imports", "-c", code]
    for _time in range(2):
        done = subprocess.run(
            [sys.executable, *command],
            env=stack.own_environment(),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert int(done.stdout.split()[-1]) >= 7
    assert requests.get(f"{stack.base_url}/readyz", timeout=10).status_code == 200
