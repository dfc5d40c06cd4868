"""Collect every translatable text into the apps' catalogues and compile them.

Works without GNU gettext, so that a machine with nothing but Python can check and build:
Babel reads Python, Django's own `templatize` turns templates into what Babel can read.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from registrar.console.catalogues import (
    CATALOGUES,
    collisions,
    compile_catalogue,
    problems,
    update_catalogue,
)


class Command(BaseCommand):
    help = "Collect texts into locale/zh_Hans and compile; --check only says what is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("apps", nargs="*", help="only these, such as `domains accounts`")
        parser.add_argument("--check", action="store_true", help="change nothing; exit 1 on gaps")

    def handle(self, *_args: Any, apps: list[str], check: bool, **_options: Any) -> None:
        catalogues = [c for c in CATALOGUES if not apps or c.source.name in apps]
        if not check:
            for catalogue in catalogues:
                update_catalogue(catalogue)
                compile_catalogue(catalogue)
        found = [line for catalogue in catalogues for line in problems(catalogue)]
        found += collisions(CATALOGUES)
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(f"{len(found)} texts are not in order; run `make translations`.")
        self.stdout.write("Translations are complete and compiled.")
