"""How commands are added to the parser: each says its name, its purpose and what it runs."""

import argparse
from collections.abc import Callable
from typing import Any

from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

Run = Callable[[Session], int]


def common_options(parser: argparse.ArgumentParser, *, defaults: bool = False) -> None:
    """Options that every command takes, before its name or after it."""

    def default(value: Any) -> Any:
        return value if defaults else argparse.SUPPRESS

    group = parser.add_argument_group(_("options of every command"))
    group.add_argument(
        "--json",
        action="store_true",
        default=default(False),
        help=_("print the API's JSON, for scripts"),
    )
    group.add_argument(
        "--lang", choices=["zh", "en"], default=default(None), help=_("language of texts")
    )
    group.add_argument(
        "--profile", default=default(None), help=_("a profile of `zm login --profile NAME`")
    )
    group.add_argument(
        "--request-timeout",
        type=seconds,
        default=default(30.0),
        metavar="SECONDS",
        help=_("how long one call may take"),
    )


def seconds(text: str) -> float:
    """A number of seconds above 0."""
    value = float(text)
    if not 0 < value < 1e6:
        raise ValueError(text)
    return value


class Parsers:
    """The commands below a parser."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._below = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))

    def group(self, name: str, purpose: str) -> "Parsers":
        """A command that only has commands below it."""
        parser = self._below.add_parser(name, help=purpose, description=purpose)
        common_options(parser)
        parser.set_defaults(run=None, parser=parser)
        return Parsers(parser)

    def command(self, name: str, purpose: str, run: Run) -> argparse.ArgumentParser:
        parser = self._below.add_parser(name, help=purpose, description=purpose)
        common_options(parser)
        parser.set_defaults(run=run)
        return parser


def list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--all", action="store_true", help=_("all pages; with --json a row a line"))
    parser.add_argument("--limit", type=int, metavar="N", help=_("rows of a page, up to 200"))
    parser.add_argument("--cursor", help=_("`next` of the page before"))


def dry_run_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=_("say what would happen only"))


def watch_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--watch", action="store_true", help=_("wait until it has ended"))
    timeout_option(parser)


def timeout_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--timeout", type=seconds, metavar="SECONDS", help=_("how long to watch; without: no end")
    )
