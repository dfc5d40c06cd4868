"""`zm webhooks`: endpoints, what was sent to them, and a receiver to try them out."""

from registrar.client.cli.exits import OK
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.webhooks import WebhookDelivery, WebhookEndpoint
from registrar.client.texts import gettext as _

from . import listening, replaying
from .adding import Parsers, list_options
from .listing import show_list
from .parts import state_cell


def add(parsers: Parsers) -> None:
    group = parsers.group("webhooks", _("be told instead of asking"))
    list_options(group.command("list", _("list endpoints"), _list))
    create = group.command("create", _("make an endpoint; its secret is shown once"), _create)
    create.add_argument("url")
    create.add_argument("--events", nargs="+", default=["*"], help=_("types; * is all of them"))
    create.add_argument("--description", default="")
    for name, purpose, run in (
        ("show", _("read one endpoint"), _show),
        ("test", _("send it a ping"), _test),
        ("enable", _("send to it again"), _enable),
        ("disable", _("send nothing to it"), _disable),
        ("delete", _("delete it"), _delete),
        ("delivery", _("what one delivery sent, and what was answered"), _delivery),
        ("replay", _("send one delivery again"), _replay),
    ):
        group.command(name, purpose, run).add_argument("id")
    rotate = group.command("rotate", _("give it a new secret; the old one signs too"), _rotate)
    rotate.add_argument("id")
    rotate.add_argument(
        "--overlap-hours", type=int, metavar="N", help=_("how long the old one signs; without: 24")
    )
    replaying.add(group)
    deliveries = group.command("deliveries", _("what was sent, newest first"), _deliveries)
    deliveries.add_argument("--endpoint", metavar="ID", help=_("only those to this endpoint"))
    deliveries.add_argument("--state", help=_("such as failed"))
    deliveries.add_argument("--type", help=_("such as verification.passed or verification.*"))
    list_options(deliveries)
    listening.add(group)


def _list(session: Session) -> int:
    return show_list(
        session,
        page=session.client.webhooks.page,
        every=session.client.webhooks.list,
        titles=[_("endpoint"), _("address"), _("events"), _("state")],
        row=lambda row: [
            Cell(row["id"]),
            Cell(row["url"]),
            Cell(" ".join(row["event_types"])),
            state_cell(row["state"]),
        ],
    )


def _create(session: Session) -> int:
    args = session.args
    endpoint = session.client.webhooks.create(
        args.url, event_types=args.events, description=args.description
    )
    return _shown(session, endpoint, secret=endpoint["secret"])


def _rotate(session: Session) -> int:
    args = session.args
    endpoint = session.client.webhooks.rotate_secret(args.id, overlap_hours=args.overlap_hours)
    return _shown(session, endpoint, secret=endpoint["secret"])


def _show(session: Session) -> int:
    return _shown(session, session.client.webhooks.get(session.args.id))


def _enable(session: Session) -> int:
    return _shown(session, session.client.webhooks.enable(session.args.id))


def _disable(session: Session) -> int:
    return _shown(session, session.client.webhooks.disable(session.args.id))


def _delete(session: Session) -> int:
    session.client.webhooks.delete(session.args.id)
    return OK


def _test(session: Session) -> int:
    return _delivery_shown(session, session.client.webhooks.test(session.args.id))


def _replay(session: Session) -> int:
    return _delivery_shown(session, session.client.webhooks.replay(session.args.id))


def _delivery(session: Session) -> int:
    delivery = session.client.webhooks.delivery(session.args.id)
    _delivery_shown(session, delivery)
    if not session.out.as_json:
        for attempt in delivery["attempt_list"]:
            answer = attempt["status"] or attempt["trouble"] or ""
            session.out.line(f"  {attempt['number']}. {moment(attempt['at'])}  {answer}")
    return OK


def _deliveries(session: Session) -> int:
    args = session.args
    return show_list(
        session,
        page=session.client.webhooks.deliveries_page,
        every=session.client.webhooks.deliveries,
        titles=[_("delivery"), _("event"), _("object"), _("state"), _("when")],
        row=lambda row: [
            Cell(row["id"]),
            Cell(row["event_type"]),
            Cell(row["object_id"]),
            state_cell(row["state"]),
            Cell(moment(row["occurred_at"])),
        ],
        endpoint=args.endpoint,
        state=args.state,
        event_type=args.type,
    )


def _shown(session: Session, endpoint: WebhookEndpoint, *, secret: str = "") -> int:
    if session.out.as_json:
        session.out.data(endpoint)
        return OK
    session.out.facts(
        [
            (_("endpoint"), endpoint["id"]),
            (_("address"), endpoint["url"]),
            (_("events"), " ".join(endpoint["event_types"])),
            (_("state"), state_cell(endpoint["state"])),
            (_("failing since"), moment(endpoint["failing_since"])),
            (_("old secret until"), moment(endpoint["previous_secret_valid_until"])),
            (_("secret"), secret),
        ]
    )
    if secret:
        session.out.say(_("Keep the secret now: it is not shown again."))
    return OK


def _delivery_shown(session: Session, delivery: WebhookDelivery) -> int:
    if session.out.as_json:
        session.out.data(delivery)
        return OK
    session.out.facts(
        [
            (_("delivery"), delivery["id"]),
            (_("event"), f"{delivery['event_type']} {delivery['event']}"),
            (_("object"), delivery["object_id"]),
            (_("state"), state_cell(delivery["state"])),
            (_("attempts"), str(delivery["attempts"])),
            (_("next"), moment(delivery["next_attempt_at"])),
        ]
    )
    return OK
