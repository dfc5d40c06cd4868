"""`zm plan`: re-verification of many domains."""

import sys

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.resources import plans
from registrar.client.shapes.plans import Line, Plan
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options, timeout_option, watch_options
from .listing import show_list
from .parts import state_cell
from .watching import watch


def add(parsers: Parsers) -> None:
    other = _("the template is of another holder: the domain is to change hands")
    group = parsers.group("plan", _("plan and run the re-verification of many domains"))
    make = group.command("make", _("plan for named domains, or for all failed ones"), _make)
    make.add_argument("domains", nargs="*", help=_("names; - reads them from standard input"))
    make.add_argument("--status", default="verification_failed", help=_("without names: of which"))
    make.add_argument("--suffix", help=_("without names: such as com.cn"))
    make.add_argument("--tag", help=_("without names: those with this tag"))
    make.add_argument("--template", metavar="ID", help=_("a template for all of them"))
    make.add_argument("--other-holder", action="store_true", default=None, help=other)
    dry_run_option(make)
    list_options(group.command("list", _("list plans"), _list))
    group.command("show", _("how far a plan is"), _show).add_argument("id")
    lines = group.command("lines", _("the plan's domains and their routes"), _lines)
    lines.add_argument("id")
    lines.add_argument("--route", choices=plans.ROUTES, help=_("only those of this route"))
    lines.add_argument("--state", help=_("such as refused"))
    list_options(lines)
    set_route = group.command("set", _("change the route of one domain"), _set)
    set_route.add_argument("id")
    set_route.add_argument("domain")
    set_route.add_argument("--route", choices=plans.ROUTES, help=_("what a run is to do"))
    set_route.add_argument("--template", metavar="ID", help=_("the info template to move it to"))
    set_route.add_argument("--other-holder", action="store_true", default=None, help=other)
    run = group.command("run", _("carry it out"), _run)
    run.add_argument("id")
    dry_run_option(run)
    watch_options(run)
    followed = group.command("watch", _("wait for its end"), _watch)
    followed.add_argument("id")
    timeout_option(followed)
    group.command("cancel", _("let go of what waits its turn"), _cancel).add_argument("id")


def _make(session: Session) -> int:
    args = session.args
    names = sys.stdin.read().split() if args.domains == ["-"] else args.domains
    filters = {"service_status": args.status, "suffix": args.suffix, "tag": args.tag}
    plan = session.client.plans.make(
        domains=names or None,
        wanted=None if names else {name: value for name, value in filters.items() if value},
        template=args.template,
        other_holder=args.other_holder,
        **session.how,
    )
    _shown(session, plan)
    if not session.dry_run:
        command = f"zm plan run {plan['id']} --watch"
        session.out.say(_("To run it: %(command)s") % {"command": command})
    return OK


def _list(session: Session) -> int:
    return show_list(
        session,
        page=session.client.plans.page,
        every=session.client.plans.list,
        titles=[_("plan"), _("state"), _("domains"), _("made by"), _("made")],
        row=lambda plan: [
            Cell(plan["id"]),
            state_cell(plan["state"]),
            Cell(str(plan["counts"]["total"])),
            Cell(plan["made_by"]),
            Cell(moment(plan["created_at"])),
        ],
    )


def _lines(session: Session) -> int:
    args, client = session.args, session.client
    code = show_list(
        session,
        page=lambda cursor, **wanted: client.plans.lines_page(args.id, cursor, **wanted),
        every=lambda **wanted: client.plans.lines(args.id, **wanted),
        titles=[_("domain"), _("route"), _("state"), _("expected"), _("remarks")],
        row=_row,
        route=args.route,
        state=args.state,
    )
    if not session.out.as_json:
        session.out.say(_("A line by hand: zm reverify DOMAIN says why and what to do."))
    return code


def _row(line: Line) -> list[Cell]:
    remarks = [row["message"] for row in (*line["refusal"], *line["blocked_by"])]
    if line["route"] == "by_hand" and line["reason"]:
        # A code; `zm reasons show` tells more about it.
        remarks = [label(line["reason"]), *line["because"], *remarks]
    return [
        Cell(line["unicode_name"]),
        Cell(label(line["route"])),
        state_cell(line["state"]),
        Cell(line["expected_on"] or ""),
        Cell(" ".join(remarks)),
    ]


def _set(session: Session) -> int:
    args = session.args
    if not (args.route or args.template):
        raise Stop(_("Name --route or --template."))
    line = session.client.plans.change_line(
        args.id,
        args.domain,
        route=args.route,
        template=args.template,
        other_holder=args.other_holder,
    )
    if session.out.as_json:
        session.out.data(line)
    else:
        session.out.facts([(_("domain"), line["unicode_name"]), (_("route"), label(line["route"]))])
    return OK


def _show(session: Session) -> int:
    _shown(session, session.client.plans.get(session.args.id))
    return OK


def _run(session: Session) -> int:
    args = session.args
    plan = session.client.plans.run(args.id, **session.how)
    return _ended(session, plan, follow=args.watch and not args.dry_run)


def _watch(session: Session) -> int:
    return _ended(session, session.client.plans.get(session.args.id), follow=True)


def _cancel(session: Session) -> int:
    _shown(session, session.client.plans.cancel(session.args.id))
    return OK


def _ended(session: Session, plan: Plan, *, follow: bool) -> int:
    """1 where a line was refused; what the plan has begun may still be under way."""
    if follow:
        plan = watch(
            session,
            lambda: session.client.plans.get(plan["id"]),
            ended=plans.ENDED,
            again=f"zm plan watch {plan['id']}",
            describe=_progress,
        )
    _shown(session, plan)
    return NO if plan["counts"]["states"].get("refused") else OK


def _progress(plan: Plan) -> str:
    states = plan["counts"]["states"]
    return " · ".join(f"{label(state)} {number}" for state, number in states.items() if number)


def _shown(session: Session, plan: Plan) -> None:
    if session.out.as_json:
        session.out.data(plan)
        return
    counts = plan["counts"]
    routes = ", ".join(f"{label(route)} {n}" for route, n in counts["routes"].items() if n)
    session.out.facts(
        [
            (_("plan"), "" if session.dry_run else plan["id"]),
            (_("state"), "" if session.dry_run else state_cell(plan["state"])),
            (_("domains"), str(counts["total"])),
            (_("routes"), routes),
            (_("lines"), _progress(plan)),
            (_("expected"), plan["expected_on"] or ""),
        ]
    )
