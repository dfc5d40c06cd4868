"""The entry point: from arguments to an exit code."""

import errno
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TextIO

from registrar.client import texts
from registrar.client.errors import ClientError
from registrar.client.texts import gettext as _

from . import argparse_words, exits
from .output.printer import Printer
from .parser import make_parser
from .refusals import tell
from .session import Session


def main(
    arguments: Sequence[str] | None = None, out: TextIO | None = None, err: TextIO | None = None
) -> int:
    """Run one command; the exit code is one of `exits`."""
    arguments = sys.argv[1:] if arguments is None else arguments
    language = texts.language_of(arguments)
    texts.choose(language)
    argparse_words.choose(language)
    parser = make_parser()
    args = parser.parse_args(arguments)
    if args.run is None:
        args.parser.print_help(sys.stderr)
        return exits.USAGE
    printer = Printer(as_json=args.json, out=out, err=err)
    return _run(Session(args, printer, language), args)


def _run(session: Session, args: Namespace) -> int:
    try:
        if session.dry_run:
            session.out.say(_("Dry run: nothing is changed. This is what would happen."))
        code = int(args.run(session))
        # Here, where a full disk and a reader who has gone can still be told apart and told.
        session.out.flush()
        return code
    except exits.Stop as stop:
        session.out.say(stop.message)
        return stop.code
    except ClientError as error:
        session.out.progress_ends()
        tell(error, session.out)
        return exits.code_of(error)
    except OSError as error:
        return _file_trouble(session, error)
    except EOFError:
        session.out.say(_("No key was given."))
        return exits.USAGE
    except KeyboardInterrupt:
        session.out.progress_ends()
        session.out.say(_("Interrupted."))
        return exits.INTERRUPTED
    finally:
        session.close()


def _file_trouble(session: Session, error: OSError) -> int:
    if isinstance(error, BrokenPipeError):
        # Whoever read has enough, such as `head`: not worth a word.
        _forget_output()
        return exits.OK
    if error.errno == errno.ENOSPC:
        _forget_output()
    session.out.say(f"{error.filename or ''}: {error.strerror or error}".removeprefix(": "))
    return exits.USAGE


def _forget_output() -> None:
    """What can't be written any more is not tried again at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
