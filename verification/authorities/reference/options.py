"""What the reference authority is told when it starts; also how others start it."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


class BadOption(Exception):
    """A file that is missing or not what it should be; the text names it."""


@dataclass(frozen=True, slots=True)
class Key:
    key_id: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`delay`, `slow` and `retry` in seconds; `store` ":memory:" forgets everything at the end."""

    port: int
    register: Path
    registrar_key: Key
    own_key: Key
    store: str = ":memory:"
    callback_url: str = ""
    delay: float = 0.0
    slow: float = 30.0
    retry: float = 1.0
    admit_unknown: bool = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    number = float
    parser.add_argument("--port", type=int, required=True, help="on the loopback address; 0: any")
    parser.add_argument("--register", required=True, help="JSON: who is registered")
    parser.add_argument("--secrets", required=True, help="JSON: the registrar's key and our own")
    parser.add_argument("--store", default=":memory:", help="SQLite file that outlives a restart")
    parser.add_argument("--callback-url", default="", help="where answers are sent to")
    parser.add_argument("--delay", type=number, default=0.0, help="seconds until a decision")
    parser.add_argument("--slow", type=number, default=30.0, help="seconds that “slow” takes")
    parser.add_argument("--retry", type=number, default=1.0, help="first pause of a callback")
    parser.add_argument("--admit-unknown", action="store_true", help="pass whom nobody knows")


def options_from(given: argparse.Namespace) -> Options:
    """BadOption where the file of secrets can't be used."""
    keys = _read_keys(Path(given.secrets))
    return Options(
        port=given.port,
        register=Path(given.register),
        registrar_key=keys["registrar"],
        own_key=keys["authority"],
        store=given.store,
        callback_url=given.callback_url,
        delay=given.delay,
        slow=given.slow,
        retry=given.retry,
        admit_unknown=given.admit_unknown,
    )


def command_line(
    *, port: int, register: Path, secrets: Path, store: Path, more: Sequence[str] = ()
) -> list[str]:
    """How to start one, from the project's folder; `more`: further options, as typed."""
    return [
        sys.executable,
        "manage.py",
        "reference_authority",
        f"--port={port}",
        f"--register={register}",
        f"--secrets={secrets}",
        f"--store={store}",
        *more,
    ]


def _read_keys(path: Path) -> dict[str, Key]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {side: Key(**told[side]) for side in ("registrar", "authority")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOption(f"{path}: {type(error).__name__}") from None
