"""Puts requests and their messages inside the fence; notes among staff stay outside of it."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_REQUEST = "support_supportrequest"
_MESSAGE = "support_supportmessage"
_OWN_AND_SHOWN = (
    "account_id = (SELECT nullif(current_setting('registrar.account', true), '')::bigint)"
    " AND NOT internal"
)


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0001_initial"),
        ("domains", "0003_operation_key"),
        ("verification", "0002_fence"),
    ]

    operations = [
        fence(_REQUEST),
        fence(_MESSAGE, own=_OWN_AND_SHOWN),
        parent_key(_REQUEST),
        same_account(_REQUEST, "submission_id", "verification_submission"),
        same_account(_REQUEST, "operation_id", "domains_operation"),
        same_account(_REQUEST, "domain_id", "domains_domain"),
        same_account(_MESSAGE, "request_id", _REQUEST),
    ]
