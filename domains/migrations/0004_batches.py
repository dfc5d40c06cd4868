"""Batches are registrar.batches' by now: those that there were move there, with their ids."""

import django.db.models.deletion
from django.db import migrations, models

from registrar.tenancy.migration_helpers import (
    fence,
    in_all_accounts,
    parent_key,
    same_account,
)

_OLD = "domains_operationbatch"
_BATCH = "batches_batch"
_ITEM = "batches_batchitem"
_OPERATION = "domains_operation"
_TO_NEW = f"""
    INSERT INTO {_BATCH} (
        id, uid, account_id, created_at, updated_at, kind, state, requested_by, asked_as,
        purposes, request_id, started_at, ended_at, idle_looks
    )
    SELECT id, uid, account_id, created_at, updated_at, 'operations', 'done',
        coalesce((SELECT max(requested_by) FROM {_OPERATION} WHERE batch_id = {_OLD}.id), ''),
        'key', '[]', '', created_at, created_at, 0
    FROM {_OLD}
    ON CONFLICT DO NOTHING;
    SELECT setval(
        pg_get_serial_sequence('{_BATCH}', 'id'),
        (SELECT coalesce(max(id), 0) + 1 FROM {_BATCH}), false
    );
    INSERT INTO {_ITEM} (
        uid, account_id, created_at, updated_at, batch_id, "index", key, told, state,
        result_uid, expected_on, expected_provisional, attempts, ended_at
    )
    SELECT gen_random_uuid(), o.account_id, o.created_at, o.created_at, o.batch_id,
        row_number() OVER (PARTITION BY o.batch_id ORDER BY o.id) - 1, d.name,
        jsonb_build_object('operation', o.kind, 'domain', d.name), 'done',
        o.uid, o.expected_on, o.expected_provisional, 0, o.created_at
    FROM {_OPERATION} o JOIN domains_domain d ON d.id = o.domain_id
    WHERE o.batch_id IS NOT NULL
    ON CONFLICT DO NOTHING
"""
_TO_OLD = f"""
    INSERT INTO {_OLD} (id, uid, account_id, created_at, updated_at)
    SELECT id, uid, account_id, created_at, updated_at FROM {_BATCH} WHERE kind = 'operations';
    SELECT setval(
        pg_get_serial_sequence('{_OLD}', 'id'),
        (SELECT coalesce(max(id), 0) + 1 FROM {_OLD}), false
    )
"""


def _undone(operation: migrations.RunSQL) -> migrations.RunSQL:
    return migrations.RunSQL(sql=operation.reverse_sql, reverse_sql=operation.sql)


class Migration(migrations.Migration):
    dependencies = [("batches", "0002_fence"), ("domains", "0003_operation_key")]

    operations = [
        _undone(same_account(_OPERATION, "batch_id", _OLD)),
        in_all_accounts(_OLD, _OPERATION, "domains_domain", _BATCH, _ITEM, _TO_NEW),
        migrations.AlterField(
            model_name="operation",
            name="batch",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="operations",
                to="batches.batch",
            ),
        ),
        same_account(_OPERATION, "batch_id", _BATCH),
        in_all_accounts(_OLD, _BATCH, "", reverse_sql=_TO_OLD),
        _undone(parent_key(_OLD)),
        _undone(fence(_OLD)),
        migrations.DeleteModel(name="OperationBatch"),
    ]
