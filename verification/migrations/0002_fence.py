"""Puts materials and submissions inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_MATERIAL = "verification_material"
_SUBMISSION = "verification_submission"
_LINK = "verification_submissionmaterial"


class Migration(migrations.Migration):
    dependencies = [
        ("verification", "0001_initial"),
        ("domains", "0002_fence"),
        ("templates_app", "0002_fence"),
    ]

    operations = [
        fence(_MATERIAL),
        fence(_SUBMISSION),
        fence(_LINK),
        parent_key(_MATERIAL),
        parent_key(_SUBMISSION),
        same_account(_SUBMISSION, "template_id", "templates_app_infotemplate"),
        same_account(_SUBMISSION, "domain_id", "domains_domain"),
        same_account(_LINK, "submission_id", _SUBMISSION),
        same_account(_LINK, "material_id", _MATERIAL),
    ]
