"""`manage.py verify_operation_log`: is every account's chain whole?"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from registrar.accounts.models import Account
from registrar.oplog.integrity import Broken, Damage, first_broken
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as

_SAYS = {
    Damage.CHANGED: "was changed or replaced",
    Damage.MISSING: "is missing",
    Damage.HEAD: "is the last one, but the head says otherwise",
}


class Command(BaseCommand):
    """Exit code 1 when a chain is broken; the first entry that does not fit is named."""

    help = "Follow the operation log of all accounts, or of one, and name the first broken entry."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--account", help="the account's slug")

    def handle(self, *args: Any, **options: Any) -> None:
        damaged = 0
        for account_id, slug in self._accounts(options["account"]):
            with acting_as(system_staff_actor()):
                broken = first_broken(account_id)
            damaged += broken is not None
            self.stdout.write(f"{slug}: {_say(broken)}")
        if damaged:
            raise CommandError(f"{damaged} operation log(s) are broken.")

    def _accounts(self, slug: str | None) -> list[tuple[int, str]]:
        with acting_as(system_staff_actor()):
            rows = Account.objects.filter(slug=slug) if slug else Account.objects.all()
            found = list(rows.order_by("slug").values_list("pk", "slug"))
        if slug and not found:
            raise CommandError(f"There is no account {slug}.")
        return found


def _say(broken: Broken | None) -> str:
    return f"entry {broken.number} {_SAYS[broken.damage]}" if broken else "whole"
