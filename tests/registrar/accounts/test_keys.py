import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils import timezone

from registrar.accounts.api_keys import actor_for_key
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import Role
from registrar.accounts.purposes import Purpose
from registrar.accounts.services.keys import create_key, revoke_key
from registrar.accounts.step_up import StepUpRequired, send_code, verify_code
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as


@pytest.fixture
def make(owner):
    def make(scopes=("domains:read",), expires_at=None, actor=owner, name="script"):
        with acting_as(actor):
            return create_key(actor=actor, name=name, scopes=scopes, expires_at=expires_at)

    return make


def ask(text):
    return actor_for_key(text, RequestFactory().get("/api/v1/me"))


def test_create_key_keeps_only_a_hash_and_logs_no_secret(make, owner):
    new = make()
    secret = new.text.split("_", 2)[2]
    with acting_as(owner):
        kept, entry = ApiKey.objects.get(), LogEntry.objects.get(action="api_key.created")
    assert secret not in str(kept.__dict__)
    assert secret not in str(entry.__dict__)
    assert entry.after["scopes"] == ["domains:read"]


def test_key_answers_with_its_scopes_and_notes_its_use(make, owner, acme):
    new = make(("domains:read", "logs:read"))
    actor = ask(new.text)
    assert (actor.account_id, actor.permissions) == (acme.pk, {"domains:read", "logs:read"})
    with acting_as(owner):
        assert ApiKey.objects.get().last_used_at is not None


def test_key_that_is_revoked_expired_or_changed_is_nobody(make, owner):
    revoked, expired = make(), make(expires_at=timezone.now() + dt.timedelta(hours=1))
    with acting_as(owner):
        revoke_key(actor=owner, key_id=revoked.key.public_id)
        ApiKey.objects.filter(pk=expired.key.pk).update(expires_at=timezone.now())
    good = make()
    assert ask(good.text)
    assert not ask(revoked.text)
    assert not ask(expired.text)
    assert not ask(good.text[:-1] + ("A" if good.text[-1] != "A" else "B"))


@pytest.mark.parametrize("junk", ["", "zm", "zm__", "zm_\0_\0", "zm_0_私", "x" * 9000])
def test_junk_instead_of_a_key_is_nobody(db, junk):
    assert ask(junk) is None


def test_create_key_with_wrong_input_says_everything_that_is_wrong(make):
    past = timezone.now() - dt.timedelta(days=1)
    with pytest.raises(InvalidInput) as refused:
        make(("owners:manage",), past, name=" ")
    assert {e.field for e in refused.value.errors} == {"name", "scopes", "expires_at"}


def test_create_key_without_scopes_is_invalid(make):
    with pytest.raises(InvalidInput):
        make(())


def test_create_key_by_operator_is_refused(make, operator):
    with pytest.raises(NotPermitted):
        make(actor=operator)


def test_create_sensitive_key_needs_a_code(make, owner, sender):
    with pytest.raises(StepUpRequired):
        make(("domains:write", "sensitive"))
    send_code(actor=owner, purpose=Purpose.SENSITIVE_KEY)
    verify_code(actor=owner, purpose=Purpose.SENSITIVE_KEY, code=sender.last_code())
    assert "sensitive" in make(("domains:write", "sensitive")).key.scopes


def test_revoke_key_twice_is_a_conflict_and_a_foreign_one_not_found(
    make, owner, globex, gina, actor_of
):
    new = make()
    with acting_as(owner):
        revoke_key(actor=owner, key_id=new.key.public_id)
        with pytest.raises(StateConflict):
            revoke_key(actor=owner, key_id=new.key.public_id)
    stranger = actor_of(globex, gina, Role.OWNER)
    with acting_as(stranger), pytest.raises(NotFound):
        revoke_key(actor=stranger, key_id=new.key.public_id)
