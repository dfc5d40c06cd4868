"""`zm templates`: info templates."""

import json
from pathlib import Path
from typing import cast

from registrar.client.cli.exits import OK, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.templates import Template, TemplateFields
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options
from .listing import show_list
from .parts import state_cell


def add(parsers: Parsers) -> None:
    group = parsers.group("templates", _("list, read and create info templates"))
    listed = group.command("list", _("list info templates"), _list)
    listed.add_argument("--state", help=_("such as verified or failed"))
    listed.add_argument("--holder-type", choices=["individual", "organization"])
    listed.add_argument("-q", help=_("part of a name or e-mail, or a whole document number"))
    list_options(listed)
    group.command("show", _("read one info template"), _show).add_argument("id")
    create = group.command("create", _("create an info template"), _create)
    create.add_argument("--file", metavar="JSON", help=_("its fields, as the API takes them"))
    create.add_argument(
        "--field", action="append", default=[], metavar="NAME=VALUE", help=_("one field; wins")
    )
    dry_run_option(create)


def _list(session: Session) -> int:
    args, templates = session.args, session.client.templates
    return show_list(
        session,
        page=templates.page,
        every=templates.list,
        titles=[_("template"), _("name"), _("state"), _("document"), _("changed")],
        row=_row,
        state=args.state,
        holder_type=args.holder_type,
        q=args.q,
    )


def _row(template: Template) -> list[Cell]:
    return [
        Cell(template["id"]),
        Cell(template["name_zh"] or template["name_en"]),
        state_cell(template["state"]),
        Cell(f"{template['document_type']} {template['document_number_masked']}"),
        Cell(moment(template["updated_at"])),
    ]


def _show(session: Session) -> int:
    return _shown(session, session.client.templates.get(session.args.id))


def _create(session: Session) -> int:
    args = session.args
    fields: dict[str, object] = _of_file(Path(args.file)) if args.file else {}
    for text in args.field:
        name, sign, value = text.partition("=")
        if not sign:
            raise Stop(_("Write NAME=VALUE: %(text)s") % {"text": text})
        fields[name] = value
    template = session.client.templates.create(cast(TemplateFields, fields), **session.how)
    return _shown(session, template)


def _of_file(path: Path) -> dict[str, object]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Stop(_("%(path)s holds no JSON.") % {"path": path}) from error
    if not isinstance(content, dict):
        raise Stop(_("%(path)s holds no object with fields.") % {"path": path})
    return content


def _shown(session: Session, template: Template) -> int:
    if session.out.as_json:
        session.out.data(template)
        return OK
    session.out.facts(
        [
            (_("template"), template["id"]),
            (_("state"), state_cell(template["state"])),
            (_("holder"), label(template["holder_type"])),
            (_("name"), f"{template['name_zh']} {template['name_en']}".strip()),
            (_("document"), f"{template['document_type']} {template['document_number_masked']}"),
            (_("address"), f"{template['province']} {template['city']} {template['address_zh']}"),
            (_("e-mail"), template["email"]),
            (_("verified"), moment(template["verified_at"])),
        ]
    )
    for warning in template["warnings"]:
        session.out.say(f"{warning['field']}: {warning['message']}")
    return OK
