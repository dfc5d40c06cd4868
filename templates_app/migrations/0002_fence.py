"""Puts info templates inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_TABLE = "templates_app_infotemplate"


class Migration(migrations.Migration):
    dependencies = [("templates_app", "0001_initial")]

    operations = [
        fence(_TABLE),
        parent_key(_TABLE),
        same_account(_TABLE, "previous_id", _TABLE),
    ]
