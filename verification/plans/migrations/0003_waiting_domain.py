"""Whether another plan has a domain is asked of lines that wait, not of all that ever were."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_step_up_session"),
        ("domains", "0003_operation_key"),
        ("plans", "0002_fence"),
        ("templates_app", "0004_restrictions_fence"),
        ("verification", "0007_reminder_fence"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="planline",
            index=models.Index(
                condition=models.Q(("state", "queued")),
                fields=["domain"],
                name="planline_waiting_domain",
            ),
        ),
    ]
