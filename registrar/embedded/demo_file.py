"""demo.json: where the running demo is and how to get in, for people and for scripts."""

import json
import os
from pathlib import Path
from typing import Any

from registrar.accounts.models import Account
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as

from .demo_data.cast import ACCOUNTS, PASSWORD, STAFF
from .demo_data.keys import working_key


def write(path: Path, *, base_url: str) -> None:
    """Write the file for its owner only. Keys that it held and that still work stay."""
    before = _read(path)
    content = {
        "base_url": base_url,
        "password": PASSWORD,
        "accounts": {slug: _account(slug, before) for slug in (a.slug for a in ACCOUNTS)},
        "staff": [user.email for user in STAFF],
    }
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.write("\n")
    partial.replace(path)


def logins() -> list[str]:
    """The sign-ins, one a line, for the terminal."""
    lines = [f"  password for all: {PASSWORD}"]
    for account in ACCOUNTS:
        lines.append(f"  {account.name} ({account.slug})")
        lines += [f"    {user.email} ({user.role})" for user in account.users]
    lines.append("  Staff, at /admin/")
    lines += [f"    {user.email}" for user in STAFF]
    return lines


def _account(slug: str, before: dict[str, Any]) -> dict[str, Any]:
    with acting_as(system_staff_actor()):
        account = Account.objects.get(slug=slug)
    known = before.get("accounts", {}).get(slug, {}).get("api_key", "")
    users = next(a.users for a in ACCOUNTS if a.slug == slug)
    return {
        "id": account.public_id,
        "name": account.name,
        "api_key": working_key(account, str(known)),
        "users": [user.email for user in users],
    }


def _read(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
