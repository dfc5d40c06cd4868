"""Puts domains, their operations and the notices to the registry inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_DOMAIN = "domains_domain"
_BATCH = "domains_operationbatch"
_OPERATION = "domains_operation"
_NOTICE = "domains_registrynotice"
_TEMPLATE = "templates_app_infotemplate"


class Migration(migrations.Migration):
    dependencies = [("domains", "0001_initial"), ("templates_app", "0002_fence")]

    operations = [
        fence(_DOMAIN),
        fence(_BATCH),
        fence(_OPERATION),
        fence(_NOTICE),
        parent_key(_DOMAIN),
        parent_key(_BATCH),
        same_account(_DOMAIN, "template_id", _TEMPLATE),
        same_account(_OPERATION, "domain_id", _DOMAIN),
        same_account(_OPERATION, "template_id", _TEMPLATE),
        same_account(_OPERATION, "batch_id", _BATCH),
        same_account(_NOTICE, "domain_id", _DOMAIN),
    ]
