"""Puts plans and their lines inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_PLAN = "plans_plan"
_LINE = "plans_planline"
_TEMPLATE = "templates_app_infotemplate"
_OPERATION = "domains_operation"
_KEY = "accounts_apikey"


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
        ("accounts", "0003_step_up_session"),
        ("domains", "0003_operation_key"),
        ("templates_app", "0002_fence"),
        ("verification", "0002_fence"),
    ]

    operations = [
        fence(_PLAN),
        fence(_LINE),
        parent_key(_PLAN),
        parent_key(_KEY),
        same_account(_PLAN, "template_id", _TEMPLATE),
        same_account(_PLAN, "run_key_id", _KEY),
        same_account(_LINE, "plan_id", _PLAN),
        same_account(_LINE, "domain_id", "domains_domain"),
        same_account(_LINE, "template_id", _TEMPLATE),
        same_account(_LINE, "operation_id", _OPERATION),
        same_account(_LINE, "submission_id", "verification_submission"),
    ]
