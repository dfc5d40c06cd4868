"""The demo's reference authority: a process of its own, its files below VAR, its row with us."""

import datetime as dt
import json
import os
import secrets
import socket
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from django.utils import timezone

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from verification.authorities.connection_rules import Connection
from verification.authorities.reference.options import command_line
from verification.models import AdapterKind, Authority
from verification.services.authorities import add_authority, edit_authority
from verification.services.authority_routes import add_route

from .demo_data.cast import STAFF
from .demo_data.identities import IDENTITIES, Identity
from .supervisor.commands import Command

_CODE, _SIMULATED = "reference", "simulated"
REFERENCE_NAME, SIMULATED_NAME = "参考审核机构", "模拟审核机构"
# Whose submissions go outside; the others stay with the simulated authority inside.
_SUFFIX = "net"
# As slow, and as generous, as the simulated one of the demo.
_MORE = ("--delay=3", "--admit-unknown")
_GRACE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where it listens in this run, and what lies in its folder."""

    folder: Path
    port: int
    callback_url: str

    @property
    def secrets_file(self) -> Path:
        return self.folder / "secrets.json"

    def command(self) -> Command:
        arguments = command_line(
            port=self.port,
            register=self.folder / "register.json",
            secrets=self.secrets_file,
            store=self.folder / "store.sqlite",
            more=(f"--callback-url={self.callback_url}", *_MORE),
        )
        return Command("reference", tuple(arguments), _GRACE)


def place_reference(*, var: Path, console_url: str) -> Reference:
    """Choose a free port on this machine; write register and keys at the first start only."""
    folder = var / "reference"
    folder.mkdir(mode=0o700, exist_ok=True)
    register = {"identities": [_entry(identity) for identity in IDENTITIES]}
    _write_once(folder / "register.json", register)
    found = Reference(
        folder=folder,
        port=_free_port(),
        callback_url=f"{console_url}/authority-callbacks/{_CODE}/",
    )
    _write_once(found.secrets_file, {"registrar": _key("registrar"), "authority": _key(_CODE)})
    return found


def load_authorities(reference: Reference) -> None:
    """Their rows, and at the first start the choice that leads outside. The address follows the
    port of this run; what staff have changed otherwise stays."""
    user = User.objects.get(email=next(p.email for p in STAFF if p.superuser))
    staff = Actor(kind=ActorKind.STAFF, account_id=None, label="demo", user_id=user.pk)
    with acting_as(staff) as actor:
        if not Authority.objects.filter(code=_SIMULATED).exists():
            add_authority(actor=actor, given=_simulated())
        row = Authority.objects.filter(code=_CODE).first()
        if row is None:
            row = add_authority(actor=actor, given=_outside(reference))
            add_route(actor=actor, suffix=_SUFFIX, profile="", authority_id=row.pk)
        else:
            given = replace(_outside(reference), name=row.name, timeout=row.timeout)
            edit_authority(actor=actor, authority_id=row.pk, given=given)


def _simulated() -> Connection:
    return Connection(
        code=_SIMULATED, name=SIMULATED_NAME, adapter=AdapterKind.SIMULATED, timeout=10
    )


def _outside(reference: Reference) -> Connection:
    keys = json.loads(reference.secrets_file.read_text(encoding="utf-8"))
    return Connection(
        code=_CODE,
        name=REFERENCE_NAME,
        adapter=AdapterKind.HTTP,
        base_url=f"http://127.0.0.1:{reference.port}/v1",
        key_id=keys["registrar"]["key_id"],
        secret=keys["registrar"]["secret"],
        callback_key_id=keys["authority"]["key_id"],
        callback_secret=keys["authority"]["secret"],
        timeout=10,
    )


def _entry(identity: Identity) -> dict[str, Any]:
    known_from = timezone.localdate() + dt.timedelta(days=identity.known_in)
    return {
        "name": identity.name,
        "holder_type": identity.holder_type,
        "document_type": identity.document_type,
        "document_number": identity.number,
        "available_from": known_from.isoformat(),
        "expires_on": identity.expires_on.isoformat() if identity.expires_on else None,
        "special_profession": identity.special_profession,
        "overseas": identity.overseas,
    }


def _key(name: str) -> dict[str, str]:
    return {"key_id": f"{name}-1", "secret": secrets.token_urlsafe(32)}


def _write_once(path: Path, content: dict[str, Any]) -> None:
    if path.exists():
        return
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
    partial.replace(path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
