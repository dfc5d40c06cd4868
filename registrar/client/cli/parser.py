"""All commands and their options."""

import argparse

from registrar.client.texts import gettext as _

from .commands import COMMANDS
from .commands.adding import Parsers, common_options


def make_parser() -> argparse.ArgumentParser:
    """The parser in the language that was chosen before."""
    parser = argparse.ArgumentParser(
        prog="zm",
        description=_("Real-name verification of domains, from the command line."),
        epilog=_(
            "Exit codes: 0 done or passed; 1 failed, or something blocks; 2 wrong arguments or"
            " input; 3 no key, or one that may not; 4 not found; 5 not now; 6 too often or no"
            " answer; 130 interrupted."
        ),
    )
    common_options(parser, defaults=True)
    parser.set_defaults(run=None, parser=parser)
    parsers = Parsers(parser)
    for command in COMMANDS:
        command(parsers)
    return parser
