"""`zm domains`: what the account has, and what may be done to it."""

from registrar.client.cli.exits import OK
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.domains import Domain
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options
from .listing import show_list
from .parts import blockers_text, state_cell


def add(parsers: Parsers) -> None:
    group = parsers.group("domains", _("list, read and tag domains"))
    listed = group.command("list", _("list domains"), _list)
    listed.add_argument("--status", help=_("a service status, such as verification_failed"))
    listed.add_argument("--suffix", help=_("such as com.cn"))
    listed.add_argument("--tag", help=_("only those with this tag"))
    listed.add_argument("--template", help=_("id of an info template"))
    listed.add_argument("--expires-before", metavar="DAY", help=_("itself not included"))
    listed.add_argument("-q", help=_("part of the name or of the registrant's name"))
    listed.add_argument("--sort", help=_("name, expires_at or registered_at; -name is falling"))
    list_options(listed)
    for name, purpose, run in (
        ("show", _("read one domain"), _show),
        ("gates", _("what may be done to it now, and why not"), _gates),
    ):
        group.command(name, purpose, run).add_argument("name")
    tag = group.command("tag", _("set the tags of a domain; none takes all away"), _tag)
    tag.add_argument("name")
    tag.add_argument("tags", nargs="*")
    dry_run_option(tag)


def _list(session: Session) -> int:
    args, domains = session.args, session.client.domains
    return show_list(
        session,
        page=domains.page,
        every=domains.list,
        titles=[_("domain"), _("status"), _("registrant"), _("expires"), _("tags")],
        row=_row,
        service_status=args.status,
        suffix=args.suffix,
        tag=args.tag,
        template=args.template,
        expires_before=args.expires_before,
        q=args.q,
        sort=args.sort,
    )


def _row(domain: Domain) -> list[Cell]:
    return [
        Cell(domain["unicode_name"]),
        state_cell(domain["service_status"]),
        Cell(domain["registrant_name"]),
        Cell(domain["expires_at"][:10]),
        Cell(" ".join(domain["tags"])),
    ]


def _show(session: Session) -> int:
    return show_domain(session, session.client.domains.get(session.args.name))


def _tag(session: Session) -> int:
    args = session.args
    domain = session.client.domains.change(args.name, tags=args.tags, **session.how)
    return show_domain(session, domain)


def show_domain(session: Session, domain: Domain) -> int:
    if session.out.as_json:
        session.out.data(domain)
        return OK
    name = domain["name"]
    session.out.facts(
        [
            (_("domain"), domain["unicode_name"]),
            (_("A-label"), name if name != domain["unicode_name"] else ""),
            (_("status"), state_cell(domain["service_status"])),
            (_("registrant"), domain["registrant_name"]),
            (_("template"), domain["template"] or ""),
            (_("registered"), moment(domain["registered_at"])),
            (_("expires"), moment(domain["expires_at"])),
            (_("EPP statuses"), " ".join(domain["epp_statuses"])),
            (_("tags"), " ".join(domain["tags"])),
        ]
    )
    if domain["service_status"] == "verification_failed":
        session.out.say(_("The ways out: zm reverify %(name)s") % {"name": name})
    return OK


def _gates(session: Session) -> int:
    gates = session.client.domains.gates(session.args.name)
    if session.out.as_json:
        session.out.data(gates)
        return OK
    rows = [
        [
            Cell(label(gate["operation"])),
            Cell(_("allowed"), "ok") if gate["allowed"] else Cell(_("blocked"), "refused"),
            Cell(blockers_text(gate["blocked_by"])),
        ]
        for gate in gates["operations"]
    ]
    session.out.table([_("operation"), _("now"), _("why not")], rows)
    return OK
