"""The account as an object of its own operation log."""

from registrar.accounts.models import Account


class AccountAsObject:
    """What `registrar.oplog.services.record` asks of an object."""

    def __init__(self, account: Account) -> None:
        self.account_id, self.public_id = account.pk, account.public_id
        self._name = account.name

    def __str__(self) -> str:
        return self._name
