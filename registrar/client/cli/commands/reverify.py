"""`zm reverify`: the ways out of a failed verification, and taking one."""

from registrar.client.cli.exits import CONFLICT, NO, OK, Stop
from registrar.client.cli.session import Session
from registrar.client.shapes.domains import Reverification, Route
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, watch_options
from .failures import open_questions, show_failure
from .following import operation_ended, verification_ended
from .routes_shown import show_route
from .submitting import submit
from .uploading import document_arguments


def add(parsers: Parsers) -> None:
    reverify = parsers.command("reverify", _("why a domain failed, and the ways out"), _reverify)
    reverify.add_argument("domain")
    ways = reverify.add_mutually_exclusive_group()
    ways.add_argument(
        "--change-registrant", metavar="TEMPLATE", help=_("move it to a verified info template")
    )
    reverify.add_argument(
        "--other-holder",
        action="store_true",
        help=_("with --change-registrant: the domain is to change hands"),
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
    ways = session.client.domains.reverification(args.domain)
    route = next(r for r in ways["routes"] if r["route"] == "change_registrant")
    _refuse_closed(route)
    if not args.other_holder:
        _refuse_other_holder(route, args.change_registrant)
    operation = session.client.operations.change_registrant(
        args.domain, args.change_registrant, **session.how
    )
    return operation_ended(session, operation, follow=args.watch and not args.dry_run)


def _refuse_closed(route: Route) -> None:
    """What is shown as not possible isn't done either, such as moving a verified domain."""
    if not route["available"]:
        why = " ".join(row["message"] for row in route["blockers"])
        raise Stop(why or _("This way is not open."), CONFLICT)


def _refuse_other_holder(route: Route, template: str) -> None:
    """A template that isn't known to be of the same holder may give the domain away."""
    same = {row["id"] for row in route["templates"] if row["same_holder"]}
    if template not in same:
        problem = _(
            "%(template)s is not known to be of the same holder. If the domain is to change"
            " hands, add --other-holder."
        )
        raise Stop(problem % {"template": template})


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
            show_failure(session, ways["failure"], of=_submission(session, ways))
        for route in ways["routes"]:
            show_route(session, ways["domain"], route)
        for other in ways["alternatives"]:
            session.out.line(f"  - {other['text']}")
    return OK if any(route["available"] for route in ways["routes"]) else NO


def _submission(session: Session, ways: Reverification) -> str:
    """The failed submission, whose causes' questions can be answered; "" where none is known."""
    known = next((r["unchanged"]["submission"] for r in ways["routes"] if r["unchanged"]), "")
    failure = ways["failure"]
    if known or not failure or not open_questions(failure):
        return known
    page = session.client.verifications.page(domain=ways["domain"], limit=1)
    return next((row["id"] for row in page["items"]), "")
