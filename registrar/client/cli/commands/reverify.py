"""`zm reverify`: the ways out of a failed verification, and taking one."""

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.output.labels import label
from registrar.client.cli.session import Session
from registrar.client.shapes.domains import Reverification, Route
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, watch_options
from .failures import show_failure
from .following import operation_ended, verification_ended
from .submitting import submit
from .uploading import document_arguments


def add(parsers: Parsers) -> None:
    reverify = parsers.command("reverify", _("why a domain failed, and the ways out"), _reverify)
    reverify.add_argument("domain")
    ways = reverify.add_mutually_exclusive_group()
    ways.add_argument(
        "--change-registrant", metavar="TEMPLATE", help=_("move it to a verified info template")
    )
    ways.add_argument(
        "--resubmit", nargs="+", default=[], metavar="FILE", help=_("hand in corrected materials")
    )
    ways.add_argument("--unchanged", action="store_true", help=_("hand in the same again"))
    reverify.add_argument("--back", metavar="FILE", help=_("the back of the document"))
    reverify.add_argument(
        "--supporting", action="append", default=[], metavar="FILE", help=_("a further proof")
    )
    document_arguments(reverify)
    reverify.add_argument("--anyway", action="store_true", help=_("before the first safe day"))
    reverify.add_argument(
        "--confirm-warnings", action="store_true", help=_("submit although there are warnings")
    )
    dry_run_option(reverify)
    watch_options(reverify)


def _reverify(session: Session) -> int:
    args = session.args
    if args.change_registrant:
        return _change_registrant(session)
    if args.resubmit:
        args.files = args.resubmit
        return submit(session, domain=args.domain)
    if args.unchanged:
        return _unchanged(session)
    return _show(session, session.client.domains.reverification(args.domain))


def _change_registrant(session: Session) -> int:
    args = session.args
    operation = session.client.operations.change_registrant(
        args.domain, args.change_registrant, **session.how
    )
    return operation_ended(session, operation, follow=args.watch and not args.dry_run)


def _unchanged(session: Session) -> int:
    args = session.args
    ways = session.client.domains.reverification(args.domain)
    same = next((r["unchanged"] for r in ways["routes"] if r["unchanged"]), None)
    if same is None:
        raise Stop(_("Nothing was handed in that could go in again."), NO)
    verification = session.client.verifications.resubmit(
        same["submission"], anyway=args.anyway, **session.how
    )
    return verification_ended(session, verification, follow=args.watch and not args.dry_run)


def _show(session: Session, ways: Reverification) -> int:
    """1 where no way is open."""
    if session.out.as_json:
        session.out.data(ways)
    else:
        if ways["failure"]:
            show_failure(session, ways["failure"])
        for route in ways["routes"]:
            _show_route(session, ways["domain"], route)
        for other in ways["alternatives"]:
            session.out.line(f"  - {other['text']}")
    return OK if any(route["available"] for route in ways["routes"]) else NO


def _show_route(session: Session, domain: str, route: Route) -> None:
    out = session.out
    out.line()
    mark = _("recommended") if route["recommended"] else ""
    mark = mark if route["available"] else _("not possible now")
    colour = "ok" if route["available"] else "refused"
    out.line(f"{out.painted(label(route['route']), 'bold')} {out.painted(mark, colour)}".rstrip())
    for text in (*route["because_texts"], *(row["message"] for row in route["blockers"])):
        out.line(f"  {text}")
    if not route["available"]:
        return
    out.line(f"  {_('expected')} {route['expected_on']}")
    for template in route["templates"]:
        same = f" ({_('same holder')})" if template["same_holder"] else ""
        out.line(f"    {template['id']}  {template['name']}{same}")
    out.say(f"  zm reverify {domain} {_command(route)} --watch")


def _command(route: Route) -> str:
    if route["route"] == "change_registrant":
        template = next(iter(route["templates"]), None)
        return f"--change-registrant {template['id'] if template else 'TEMPLATE'}"
    if route["unchanged"] and route["unchanged"]["available"]:
        return "--unchanged"
    return "--resubmit FILE --type CODE --number NUMBER"
