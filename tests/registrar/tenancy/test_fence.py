"""The fence itself: what PostgreSQL shows and takes, whatever Python asks."""

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction

from registrar.accounts.models import Account, ApiKey, Membership
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import NobodyAsking, acting_as, looking_up
from registrar.tenancy.models import TenantModel

TENANT_MODELS = [m for m in apps.get_models() if issubclass(m, TenantModel)]


def test_every_tenant_table_is_forced_behind_both_policies(db):
    tables = [m._meta.db_table for m in TENANT_MODELS] + ["accounts_account", "oplog_chainhead"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,"
            " array_agg(p.polname::text ORDER BY p.polname)"
            " FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid"
            " WHERE c.relname = ANY(%s) GROUP BY 1, 2",
            [tables],
        )
        found = {name: (forced, set(policies)) for name, forced, policies in cursor.fetchall()}
    assert len(TENANT_MODELS) >= 10
    for table in tables:
        forced, policies = found[table]
        assert forced, table
        assert {"own_account", "staff"} <= policies, table


def test_every_foreign_key_between_tenant_tables_is_bound_to_one_account(db):
    wanted = {
        (m._meta.db_table, f.column)
        for m in TENANT_MODELS
        for f in m._meta.concrete_fields
        if f.is_relation and issubclass(f.related_model, TenantModel)
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT k.conrelid::regclass::text, a.attname FROM pg_constraint k"
            " JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[2]"
            " WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 2"
        )
        bound = set(cursor.fetchall())
    assert len(wanted) >= 9
    assert wanted <= bound


def test_manager_outside_the_fence_raises_instead_of_showing_nothing(db):
    with pytest.raises(NobodyAsking):
        list(Membership.objects.all())


def test_rows_of_another_account_are_invisible_and_untouchable(acme, globex, alice, gina, inside):
    with inside(acme):
        assert [m.user for m in Membership.objects.all()] == [alice]
        assert Membership.objects.filter(user=gina).update(role="viewer") == 0
        assert Membership.objects.filter(user=gina).delete()[0] == 0
        assert [a.pk for a in Account.objects.all()] == [acme.pk]


def test_row_for_another_account_is_refused(acme, globex, bob, inside):
    refused = pytest.raises(ProgrammingError, match="row-level security")
    with inside(acme), refused, transaction.atomic():
        Membership.objects.create(account=globex, user=bob, role="viewer")


def test_nothing_is_left_of_the_account_after_the_block(acme, alice, inside):
    with inside(acme):
        assert Membership.objects.count() == 1
    assert Membership.unfenced_manager.count() == 0


def test_acting_as_can_not_be_nested(acme, inside):
    with inside(acme), pytest.raises(RuntimeError), acting_as(system_actor(acme.pk)):
        pass


def test_staff_see_all_accounts(acme, globex, alice, gina, as_staff):
    with as_staff():
        assert Membership.objects.count() == 2
    assert Membership.unfenced_manager.count() == 0


def test_looking_up_shows_the_users_own_memberships_only(acme, globex, alice, gina):
    with looking_up(user_id=gina.pk):
        assert [m.account for m in Membership.unfenced_manager.select_related("account")] == [
            globex
        ]
        assert ApiKey.unfenced_manager.count() == 0


def test_database_error_inside_the_block_is_not_hidden_and_leaves_nothing_behind(acme, globex):
    with pytest.raises(IntegrityError), acting_as(system_staff_actor()):
        Account.objects.create(slug=acme.slug, name="twice")
    assert Membership.unfenced_manager.count() == 0
    assert not Account.objects.exists()
