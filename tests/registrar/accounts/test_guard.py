import pytest

from registrar.accounts.guard import require
from registrar.accounts.permissions import ROLE_PERMISSIONS, SCOPES, Permission, Role
from registrar.errors import NotPermitted
from registrar.tenancy.actor import Actor, ActorKind, system_actor


def actor(kind, permissions):
    return Actor(kind=kind, account_id=1, label="x", permissions=frozenset(permissions))


@pytest.mark.parametrize("permission", list(Permission))
@pytest.mark.parametrize("role", list(Role))
def test_require_for_a_role_follows_the_table(role, permission):
    somebody = actor(ActorKind.USER, ROLE_PERMISSIONS[role])
    if permission in ROLE_PERMISSIONS[role]:
        assert require(somebody, permission) is None
    else:
        with pytest.raises(NotPermitted) as refused:
            require(somebody, permission)
        assert refused.value.code == "not_permitted"


def test_require_for_a_key_without_the_scope_names_it():
    with pytest.raises(NotPermitted) as refused:
        require(actor(ActorKind.KEY, {"domains:read"}), Permission.DOMAINS_WRITE)
    assert refused.value.code == "scope_missing"
    assert refused.value.extra == {"scope": "domains:write"}
    assert "domains:write" in str(refused.value.message)


def test_require_for_the_system_passes():
    assert all(require(system_actor(1), permission) is None for permission in Permission)


def test_managing_owners_alone_is_no_scope():
    assert set(Permission) - set(SCOPES) == {Permission.OWNERS_MANAGE}


def test_sensitive_is_nobodys_by_role():
    assert all(Permission.SENSITIVE not in held for held in ROLE_PERMISSIONS.values())


def test_viewer_neither_writes_nor_reads_logs_and_materials():
    held = ROLE_PERMISSIONS[Role.VIEWER]
    assert not {p for p in held if p.endswith(":write")}
    assert Permission.LOGS_READ not in held
    assert Permission.MATERIALS_READ not in held
