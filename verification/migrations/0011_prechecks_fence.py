"""Puts pre-checks that wait inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence


class Migration(migrations.Migration):
    dependencies = [("verification", "0010_prechecks")]

    operations = [fence("verification_precheckrequest")]
