"""Puts accounts and what belongs to them inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, may_look_up

_ACCOUNT = "id = (SELECT nullif(current_setting('registrar.account', true), '')::bigint)"
_USER = "user_id = (SELECT nullif(current_setting('registrar.user', true), '')::bigint)"
_SECRET = "nullif(current_setting('registrar.secret', true), '')"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        fence("accounts_account", own=_ACCOUNT),
        fence("accounts_membership"),
        fence("accounts_invitation"),
        fence("accounts_apikey"),
        fence("accounts_stepupchallenge"),
        may_look_up("accounts_membership", name="of_the_user", condition=_USER),
        may_look_up("accounts_apikey", name="by_prefix", condition=f"prefix = (SELECT {_SECRET})"),
        may_look_up(
            "accounts_invitation", name="by_secret", condition=f"secret_hash = (SELECT {_SECRET})"
        ),
        may_look_up(
            "accounts_account",
            name="of_the_user_or_invited",
            condition=(
                "id IN (SELECT account_id FROM accounts_membership)"
                " OR id IN (SELECT account_id FROM accounts_invitation)"
            ),
        ),
    ]
