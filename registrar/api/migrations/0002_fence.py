"""Puts calls with an Idempotency-Key inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence


class Migration(migrations.Migration):
    dependencies = [("api", "0001_initial"), ("accounts", "0002_fence")]

    operations = [fence("api_idempotentcall")]
