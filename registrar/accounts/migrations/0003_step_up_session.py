"""A code counts in the browser session that asked for it; older ones count in none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_fence")]

    operations = [
        migrations.AddField(
            model_name="stepupchallenge",
            name="session_mark",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
    ]
