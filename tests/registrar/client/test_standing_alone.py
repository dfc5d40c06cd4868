"""The client runs where no server is installed, and `zm --help` loads next to nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
_LIST = "import sys; print('\\n'.join(sorted(sys.modules)))"


def _loaded(code: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{code}; {_LIST}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


def test_client_imports_nothing_of_the_server():
    loaded = _loaded("from registrar.client import Client")
    ours = {name for name in loaded if name.startswith("registrar")}
    assert all(name == "registrar" or name.startswith("registrar.client") for name in ours)
    assert not {name.partition(".")[0] for name in loaded} & {"django", "celery", "rest_framework"}


def test_help_does_not_load_the_http_library():
    loaded = _loaded("from registrar.client.cli.parser import make_parser; make_parser()")
    assert "httpx2" not in loaded
    assert "registrar.client.cli.commands.verify" in loaded
