"""`zm` as a person or a script runs it: arguments in, exit code and both streams out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from registrar.client.cli.main import main
from tests.verification import conftest as verification
from tests.verification.conftest import picture_bytes

# The cast of verification: what `zm` is mostly about.
make_domain = verification.make_domain
make_key = verification.make_key
make_staff = verification.make_staff
make_template = verification.make_template
reviewer = verification.reviewer
owner = verification.owner


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who has never signed in, and reads English."""
    for name in ("ZM_URL", "ZM_KEY", "ZM_PROFILE", "ZM_ALLOW_HTTP", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return tmp_path


@pytest.fixture
def zm(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*arguments: str) -> Ran:
        # The server in this process logs to the standard streams.
        out, err = StringIO(), StringIO()
        capsys.readouterr()
        try:
            return Ran(main(arguments, out, err), out.getvalue(), err.getvalue())
        except SystemExit as stop:
            return Ran(int(stop.code or 0), *capsys.readouterr())

    return run


@pytest.fixture
def signed_in(live_server, make_key, acme, home, monkeypatch) -> str:
    """acme's key with every scope, in the environment; the real API on loopback."""
    key = make_key(acme)["Authorization"].removeprefix("Bearer ")
    monkeypatch.setenv("ZM_URL", live_server.url)
    monkeypatch.setenv("ZM_KEY", key)
    return key


@pytest.fixture
def card(tmp_path: Path) -> str:
    path = tmp_path / "身份证.jpg"
    path.write_bytes(picture_bytes())
    return str(path)


@pytest.fixture
def while_watching(monkeypatch) -> Callable[..., None]:
    """`while_watching(act, act)`: what happens at each pause; nobody waits in the suite."""

    def plan(*acts: Callable[[], object]) -> None:
        left = list(acts)

        def pause(_seconds: float) -> None:
            assert left, "it is still being watched"
            left.pop(0)()

        monkeypatch.setattr("registrar.client.cli.commands.watching.sleep", pause)

    return plan
