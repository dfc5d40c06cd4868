"""Puts batches and their items inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_BATCH = "batches_batch"
_ITEM = "batches_batchitem"


class Migration(migrations.Migration):
    dependencies = [
        ("batches", "0001_initial"),
        # It makes the key of an account's keys that ours point at.
        ("plans", "0002_fence"),
    ]

    operations = [
        fence(_BATCH),
        fence(_ITEM),
        parent_key(_BATCH),
        same_account(_BATCH, "asked_key_id", "accounts_apikey"),
        same_account(_ITEM, "batch_id", _BATCH),
    ]
