"""Files on the command line become materials."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from registrar.client.cli.exits import Stop
from registrar.client.cli.session import Session
from registrar.client.resources.materials import BACK, IDENTITY, SUPPORTING
from registrar.client.texts import gettext as _

_ID = "mat_"


def file_arguments(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    """FILE…, `--back` and `--supporting`; an id of an uploaded picture will do for a file."""
    parser.add_argument(
        "files",
        nargs="+" if needed else "*",
        metavar="FILE",
        help=_("pictures of the document, or ids (mat_…) of uploaded ones"),
    )
    parser.add_argument("--back", metavar="FILE", help=_("the back of the document"))
    parser.add_argument(
        "--supporting", action="append", default=[], metavar="FILE", help=_("a further proof")
    )


def document_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--type", metavar="CODE", help=_("document type, such as SFZ or YYZZ"))
    parser.add_argument("--number", help=_("document number; - reads it from standard input"))


def upload_all(session: Session) -> list[str]:
    """The ids of all the materials that the arguments name, in their order.

    Every file is looked for before the first one is sent.
    """
    wanted = list(_wanted(session))
    for name, _kind in wanted:
        if not name.startswith(_ID) and not Path(name).is_file():
            raise Stop(_("There is no file %(name)s.") % {"name": name})
    return [_uploaded(session, name, kind) for name, kind in wanted]


def _wanted(session: Session) -> Iterator[tuple[str, str]]:
    args = session.args
    yield from ((name, IDENTITY) for name in args.files)
    if args.back:
        yield args.back, BACK
    yield from ((name, SUPPORTING) for name in args.supporting)


def _uploaded(session: Session, name: str, kind: str) -> str:
    if name.startswith(_ID):
        return name
    path = Path(name)
    session.out.progress(_("Uploading %(name)s …") % {"name": path.name})
    material = session.client.materials.upload(path, kind=kind)
    session.out.progress_ends()
    session.out.say(_("%(name)s is %(id)s") % {"name": path.name, "id": material["id"]})
    return material["id"]
