"""Puts the answers inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, same_account

_ANSWER = "verification_diagnosisanswer"


class Migration(migrations.Migration):
    dependencies = [("verification", "0004_answers")]

    operations = [
        fence(_ANSWER),
        same_account(_ANSWER, "submission_id", "verification_submission"),
    ]
