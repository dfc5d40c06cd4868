"""Support requests get scopes of their own; keys that could read or write them still can."""

from django.db import migrations

from registrar.tenancy.migration_helpers import in_all_accounts

# One statement: rows that a transaction has changed twice may keep their table from being altered.
_AS_BEFORE = """
    UPDATE accounts_apikey SET scopes = scopes || ARRAY(
        SELECT replace(scope, 'verifications:', 'support:') FROM unnest(scopes) AS scope
        WHERE scope IN ('verifications:read', 'verifications:write')
        AND NOT replace(scope, 'verifications:', 'support:') = ANY (scopes)
    )::varchar[]
    WHERE scopes && ARRAY['verifications:read', 'verifications:write']::varchar[]
"""
_WITHOUT = """
    UPDATE accounts_apikey
    SET scopes = array_remove(array_remove(scopes, 'support:read'), 'support:write')
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_key_secrets_and_networks")]

    operations = [in_all_accounts("accounts_apikey", _AS_BEFORE, reverse_sql=_WITHOUT)]
