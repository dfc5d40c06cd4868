"""`manage.py reference_authority`: an authority outside of this system, for tests and drills."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from verification.authorities.reference.options import BadOption, add_arguments, options_from
from verification.authorities.reference.server import serve


class Command(BaseCommand):
    help = (
        "Run a small authority that speaks docs/authority-contract.md on the loopback address. "
        "It uses no database of ours. POST /faults {kind, times, on} makes it fail on purpose."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            serve(options_from(argparse.Namespace(**options)))
        except (BadOption, OSError) as error:
            raise CommandError(str(error)) from None
