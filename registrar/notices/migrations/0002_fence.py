"""Puts notices and the wishes about them inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial"), ("accounts", "0002_fence")]

    operations = [fence("notices_notice"), fence("notices_noticepreference")]
