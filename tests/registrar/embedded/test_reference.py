"""The demo's reference authority: its files are made once, its row follows its port."""

import argparse
import json
import stat

import pytest
from django.contrib.auth.models import Permission

from registrar.accounts.models import User
from registrar.embedded.demo_data.cast import STAFF
from registrar.embedded.demo_data.identities import IDENTITIES
from registrar.embedded.reference import load_authorities, place_reference
from verification.authorities.reference.options import add_arguments, options_from
from verification.authorities.reference.register import Register
from verification.authorities.routing import authority_for
from verification.models import Authority, AuthorityRoute

CONSOLE = "http://127.0.0.1:8000"


@pytest.fixture
def admin(db, settings):
    settings.DEMO = True
    user = User.objects.create_user(next(p.email for p in STAFF if p.superuser), "x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="manage_authorities"))
    return user


def test_files_are_for_their_owner_and_stay_the_same_at_the_next_start(tmp_path):
    first = place_reference(var=tmp_path, console_url=CONSOLE)
    names = ("register.json", "secrets.json")
    before = [(first.folder / name).read_bytes() for name in names]
    assert [stat.S_IMODE((first.folder / name).stat().st_mode) for name in names] == [0o600] * 2
    again = place_reference(var=tmp_path, console_url=CONSOLE)
    assert [(again.folder / name).read_bytes() for name in names] == before
    assert again.callback_url == f"{CONSOLE}/authority-callbacks/reference/"


def test_command_is_one_that_the_reference_authority_takes(tmp_path):
    found = place_reference(var=tmp_path, console_url=CONSOLE)
    command = found.command()
    assert not any(json.loads(found.secrets_file.read_text())["authority"]["secret"] in a
                   for a in command.arguments)  # fmt: skip
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    start = command.arguments.index("reference_authority") + 1
    options = options_from(parser.parse_args(command.arguments[start:]))
    assert (options.port, options.callback_url) == (found.port, found.callback_url)
    assert options.admit_unknown
    register = Register(options.register)
    for identity in IDENTITIES:
        known = register.look_up(name=identity.name, document_number=identity.number)
        assert [entry.name for entry in known.by_number] == [identity.name]


def test_rows_are_made_once_and_only_the_address_follows(tmp_path, admin, as_staff):
    first = place_reference(var=tmp_path, console_url=CONSOLE)
    load_authorities(first)
    with as_staff():
        assert authority_for(suffix="net", profile="tencent").code == "reference"
        assert authority_for(suffix="cn", profile="tencent").code == "simulated"
        Authority.objects.filter(code="reference").update(name="Renamed", pause_reason="why")
        AuthorityRoute.objects.all().delete()
    second = place_reference(var=tmp_path, console_url=CONSOLE)
    load_authorities(second)
    with as_staff():
        row = Authority.objects.get(code="reference")
        assert not AuthorityRoute.objects.exists()
    assert row.base_url == f"http://127.0.0.1:{second.port}/v1"
    assert (row.name, row.pause_reason, row.callback_secret_before) == ("Renamed", "why", "")
