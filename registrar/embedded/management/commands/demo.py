import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from registrar.embedded.demo import run_demo
from registrar.embedded.supervisor.places import Occupied
from registrar.embedded.supervisor.supervisor import NotReady


class Command(BaseCommand):
    help = "Runs the whole system with demo data on this machine (PORT and VAR say where)."
    # The database is brought up to date before it is looked at.
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument(
            "--with-parent",
            action="store_true",
            help="also stop when the process that started this one ends",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        parent = os.getppid() if options["with_parent"] else None
        try:
            run_demo(port=options["port"], say=self._say, parent=parent)
        except (Occupied, NotReady) as error:
            raise CommandError(str(error)) from None

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
