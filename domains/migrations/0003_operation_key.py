"""Lets rows of the apps above hang on operations of their own account only."""

from django.db import migrations

from registrar.tenancy.migration_helpers import parent_key


class Migration(migrations.Migration):
    dependencies = [("domains", "0002_fence")]

    operations = [parent_key("domains_operation")]
