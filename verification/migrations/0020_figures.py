"""What was taken out of the figures, and indexes that they are counted by."""

import registrar.public_ids
from django.conf import settings
from django.db import migrations, models

from registrar.tenancy.migration_helpers import staff_only

_REFUSE = """
CREATE FUNCTION verification_refuse_export_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was exported is append-only'
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER figures_exports_append_only
    BEFORE UPDATE OR DELETE ON verification_figuresexport
    FOR EACH ROW EXECUTE FUNCTION verification_refuse_export_change();
"""
_ALLOW = """
DROP TRIGGER figures_exports_append_only ON verification_figuresexport;
DROP FUNCTION verification_refuse_export_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_review_level'),
        ('domains', '0003_operation_key'),
        ('templates_app', '0004_restrictions_fence'),
        ('verification', '0019_decision_closing_note'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FiguresExport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=registrar.public_ids.new_uuid, editable=False, unique=True)),
                ('table', models.CharField(max_length=32, verbose_name='table')),
                ('asked', models.JSONField(default=dict, verbose_name='asked for')),
                ('actor_label', models.CharField(max_length=128, verbose_name='by')),
                ('actor_id', models.BigIntegerField(null=True)),
                ('occurred_at', models.DateTimeField(auto_now_add=True, verbose_name='time')),
                ('ip', models.CharField(blank=True, max_length=45, verbose_name='address')),
                ('request_id', models.CharField(blank=True, max_length=64, verbose_name='request')),
            ],
            options={
                'verbose_name': 'export of figures',
                'verbose_name_plural': 'exports of figures',
                'permissions': [('view_reviewer_figures', "Can see each reviewer's figures")],
            },
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['submitted_at'], name='submission_handed_in'),
        ),
        migrations.AddIndex(
            model_name='submission',
            index=models.Index(fields=['sent_at'], name='submission_sent'),
        ),
        staff_only('verification_figuresexport'),
        migrations.RunSQL(sql=_REFUSE, reverse_sql=_ALLOW),
    ]
