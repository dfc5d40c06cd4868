"""Write the list of events, or check that the one kept in docs/ is current."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from registrar.events.document import event_list


class Command(BaseCommand):
    help = "Write docs/events.md; --check only says whether it is current."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing")

    def handle(self, *_args: Any, check: bool, **_options: Any) -> None:
        path = Path(settings.BASE_DIR) / "docs" / "events.md"
        text = event_list()
        if not check:
            path.write_text(text, encoding="utf-8")
            self.stdout.write(f"Wrote {path.name}.")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            raise CommandError("docs/events.md is not current; run `make events`.")
        else:
            self.stdout.write("The list of events is current.")
