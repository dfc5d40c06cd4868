"""What the reviewers' queue pages and filters by, and whose claim ended by idle time."""

import datetime as dt

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [
        ("verification", "0017_authority_operating"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(model_name="submission", name="submission_queue"),
        migrations.AddField(
            model_name="submission",
            name="idle_reviewer",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="submission",
            name="queue_at",
            field=models.GeneratedField(
                db_persist=True,
                expression=Coalesce(
                    "review_due_at", models.Value(dt.datetime(9999, 1, 1, tzinfo=dt.UTC))
                ),
                output_field=models.DateTimeField(),
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(
                fields=["queue_at", "id"],
                condition=models.Q(state__in=["in_review", "second_review", "submitted"]),
                name="submission_queue",
            ),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["state", "-id"], name="submission_state_newest"),
        ),
    ]
