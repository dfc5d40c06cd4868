"""Puts reminders inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, same_account

_REMINDER = "verification_reminder"


class Migration(migrations.Migration):
    dependencies = [("verification", "0006_reminder")]

    operations = [
        fence(_REMINDER),
        same_account(_REMINDER, "submission_id", "verification_submission"),
    ]
