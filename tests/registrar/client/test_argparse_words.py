"""What argparse says is said in the language of the tool."""

import re

import pytest

from registrar.client import texts
from registrar.client.cli.main import main

# Names of commands, options, places and types stay as they are typed.
_TYPED = re.compile(r"\bint\b|'[^']*'|--?[a-z][a-z-]*|[A-Z][A-Z_]+|\bzm( [a-z]+)*")


@pytest.fixture(autouse=True)
def language_stays(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "")
    yield
    texts.choose(texts.ENGLISH)


def complaint(capsys, *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err.strip().splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("domains", "--bogus"),
        ("verify",),
        ("frob",),
        ("domains", "list", "--limit", "many"),
        ("domains", "list", "--limit"),
        ("domains", "list", "--all=yes"),
    ],
)
def test_wrong_arguments_are_told_in_chinese(capsys, arguments):
    told = complaint(capsys, *arguments, "--lang=zh")
    assert "错误：" in told
    assert not re.search(r"[a-z]{2,}", _TYPED.sub("", told)), told


def test_language_chosen_last_holds(capsys):
    complaint(capsys, "frob", "--lang=zh")
    assert "error: argument" in complaint(capsys, "frob", "--lang=en")


def test_help_has_no_english_headings(capsys):
    with pytest.raises(SystemExit):
        main(["domains", "list", "-h", "--lang=zh"])
    told = capsys.readouterr().out
    assert told.startswith("用法：")
    assert "options" not in told
