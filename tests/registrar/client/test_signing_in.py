"""Where keys are kept, and which one counts."""

import io
import json

import pytest

from registrar.client.cli import profiles

from .loopback import Said, loopback, problem

ME = {
    "account": {"id": "acct_1", "slug": "acme", "name": "示例公司"},
    "key": {"id": "key_1", "name": "script", "expires_at": None},
    "scopes": ["domains:read"],
}


@pytest.fixture
def typed(monkeypatch):
    """`typed("zm_x")`: what comes on standard input."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def test_key_is_checked_and_kept_for_its_owner_only(zm, typed, home):
    typed("zm_secret")
    with loopback(Said(body=ME), Said(body=ME)) as server:
        ran = zm("login", "--url", server.url)
        assert ran.code == 0, ran
        assert zm("me", "--json").json == ME
        assert server.heard[1][2]["Authorization"] == "Bearer zm_secret"
    place = home / "config" / "zhengming" / "profiles.json"
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert "zm_secret" not in ran.out + ran.err
    assert "zm_secret" not in zm("profiles", "--json").out


def test_wrong_key_is_not_kept(zm, typed, home):
    typed("zm_wrong")
    with loopback(problem(401, "not_authenticated")) as server:
        assert zm("login", "--url", server.url).code == 3
    assert not (home / "config" / "zhengming" / "profiles.json").exists()


def test_profiles_stand_beside_each_other(zm, typed):
    with loopback(Said(body=ME), Said(body=ME)) as server:
        for name in ("one", "two"):
            typed(f"zm_{name}")
            assert zm("login", "--url", server.url, "--profile", name).code == 0
    current = {row["name"]: row["current"] for row in zm("profiles", "--json").json}
    assert current == {"one": False, "two": True}
    assert zm("use", "one").code == 0
    assert zm("use", "three").code == 4
    assert zm("logout").code == 0
    assert [row["name"] for row in zm("profiles", "--json").json] == ["two"]


def test_environment_wins_over_the_file(home):
    place = home / "profiles.json"
    profiles.save(place, profiles.Profiles({"default": profiles.Profile("https://a", "zm_a")}))
    assert json.loads(place.read_text())["current"] == "default"
    environment = {"XDG_CONFIG_HOME": str(home), "ZM_URL": "https://b", "ZM_KEY": "zm_b"}
    assert profiles.choose(None, environment) == profiles.Profile("https://b", "zm_b")


def test_who_is_not_signed_in_is_told_how(zm):
    ran = zm("me")
    assert (ran.code, ran.out) == (3, "")
    assert "zm login" in ran.err


def test_file_that_is_broken_is_named(zm, home):
    place = home / "config" / "zhengming" / "profiles.json"
    place.parent.mkdir(parents=True)
    place.write_text("{")
    ran = zm("me")
    assert ran.code == 3
    assert str(place) in ran.err


def test_help_and_messages_are_chinese_where_the_terminal_is(zm, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "命令" in zm("--help").out
    assert "未登录" in zm("me").err
    assert "Not signed in" in zm("me", "--lang", "en").err


def test_commands_that_need_another_say_so(zm):
    assert zm("domains").code == 2
    assert zm("no-such-command").code == 2
    assert zm("--help").code == 0


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (problem(409, "state_conflict"), 5),
        (problem(412, "precondition_failed"), 5),
        (problem(422, "idempotency_key_reused"), 2),
        (problem(429, "too_many_requests", retry_after=999), 6),
        (problem(500, "server_error"), 6),
        (Said(200, b"hello", media_type="text/plain"), 6),
    ],
)
def test_exit_codes_tell_refusals_apart(zm, monkeypatch, said, code):
    with loopback(said) as server:
        monkeypatch.setenv("ZM_URL", server.url)
        monkeypatch.setenv("ZM_KEY", "zm_x")
        ran = zm("me", "--json")
    assert ran.code == code
    assert ran.err
    # Scripts read the problem; what was no problem document has no data.
    assert [json.loads(line)["status"] for line in ran.out.splitlines()] == (
        [said.status] if said.body != b"hello" else []
    )
