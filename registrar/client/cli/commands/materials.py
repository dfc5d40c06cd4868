"""`zm materials upload`: pictures that are used later."""

from pathlib import Path

from registrar.client.cli.exits import OK
from registrar.client.cli.session import Session
from registrar.client.resources.materials import BACK, IDENTITY, SUPPORTING
from registrar.client.texts import gettext as _

from .adding import Parsers


def add(parsers: Parsers) -> None:
    group = parsers.group("materials", _("upload pictures of documents"))
    upload = group.command("upload", _("upload pictures; prints their ids"), _upload)
    upload.add_argument("files", nargs="+", metavar="FILE")
    upload.add_argument("--kind", choices=[IDENTITY, BACK, SUPPORTING], default=IDENTITY)
    group.command("show", _("the facts of one picture"), _show).add_argument("id")


def _upload(session: Session) -> int:
    args = session.args
    uploaded = (session.client.materials.upload(Path(f), kind=args.kind) for f in args.files)
    if session.out.as_json:
        session.out.rows(uploaded)
        return OK
    for name, material in zip(args.files, uploaded, strict=True):
        session.out.line(material["id"])
        session.out.say(f"{name}: {material['format']} {material['width']}×{material['height']}")
    return OK


def _show(session: Session) -> int:
    material = session.client.materials.get(session.args.id)
    if session.out.as_json:
        session.out.data(material)
        return OK
    session.out.facts([(name, str(value)) for name, value in material.items()])
    return OK
