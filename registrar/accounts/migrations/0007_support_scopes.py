"""Support requests get scopes of their own; keys that could read or write them still can."""

from django.db import migrations

from registrar.tenancy.migration_helpers import in_all_accounts


def _as_before(verb: str) -> migrations.RunSQL:
    return in_all_accounts(
        "accounts_apikey",
        f"""UPDATE accounts_apikey SET scopes = scopes || '{{support:{verb}}}'::varchar[]
        WHERE 'verifications:{verb}' = ANY (scopes) AND NOT 'support:{verb}' = ANY (scopes)""",
        reverse_sql=f"UPDATE accounts_apikey SET scopes = array_remove(scopes, 'support:{verb}')",
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_key_secrets_and_networks")]

    operations = [_as_before("read"), _as_before("write")]
