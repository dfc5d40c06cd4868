"""Rows under lock: the account's place in the queue, then one request."""

from registrar.accounts.models import Account
from registrar.errors import NotFound
from verification.support.models import SupportRequest


def lock_request(pk: int) -> SupportRequest:
    """The request as it is now, locked until the transaction ends; NotFound."""
    row: SupportRequest | None = (
        SupportRequest.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    )
    if row is None:
        raise NotFound
    return row


def one_at_a_time(account_id: int) -> None:
    """Whoever opens requests of this account waits for each other, and for nobody else."""
    Account.objects.select_for_update(no_key=True).get(pk=account_id)
