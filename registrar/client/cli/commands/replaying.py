"""`zm webhooks replay-span`: what an endpoint missed is sent again."""

from registrar.client.cli.exits import OK
from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option


def add(group: Parsers) -> None:
    span = group.command("replay-span", _("send again what happened in a span"), _replay_span)
    span.add_argument("id")
    span.add_argument(
        "--from", dest="since", required=True, metavar="DAY", help=_("a day or a moment")
    )
    span.add_argument(
        "--to", dest="until", required=True, metavar="DAY", help=_("before this day or moment")
    )
    span.add_argument(
        "--states",
        nargs="+",
        metavar="STATE",
        help=_("of failed, dropped, missed and delivered; without: the first three"),
    )
    dry_run_option(span)


def _replay_span(session: Session) -> int:
    args = session.args
    replayed = session.client.webhooks.replay_span(
        args.id, since=args.since, until=args.until, states=args.states, **session.how
    )
    if session.out.as_json:
        session.out.data(replayed)
    else:
        session.out.facts([(_("deliveries"), str(replayed["count"]))])
    return OK
