"""`zm verifications`: what was handed in."""

from registrar.client.cli.exits import OK, Stop
from registrar.client.cli.output.moments import moment
from registrar.client.cli.output.table import Cell
from registrar.client.cli.session import Session
from registrar.client.shapes.verifications import MoreReply, Verification
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, list_options, timeout_option, watch_options
from .failures import show_failure
from .following import verification_ended
from .listing import show_list
from .parts import state_cell


def add(parsers: Parsers) -> None:
    group = parsers.group("verifications", _("list, follow and continue submissions"))
    listed = group.command("list", _("list submissions, newest first"), _list)
    listed.add_argument("--state", help=_("such as failed"))
    listed.add_argument("--domain", metavar="NAME", help=_("only those of this domain"))
    listed.add_argument("--template", metavar="ID", help=_("only those of this template"))
    list_options(listed)
    group.command("show", _("read one submission"), _show).add_argument("id")
    watch = group.command("watch", _("wait for its end"), _watch)
    watch.add_argument("id")
    timeout_option(watch)
    again = group.command("resubmit", _("hand in the same again"), _resubmit)
    again.add_argument("id")
    again.add_argument("--anyway", action="store_true", help=_("before the first safe day"))
    watch_options(again)
    withdraw = group.command("withdraw", _("take it back"), _withdraw)
    withdraw.add_argument("id")
    dry_run_option(withdraw)
    answer = group.command("answer", _("answer a cause's question"), _answer)
    answer.add_argument("id")
    answer.add_argument("code", help=_("the cause's code"))
    answer.add_argument("value", help=_("yes, no, a day, or none"))
    more = group.command("more", _("bring what the reviewer asked for"), _more)
    more.add_argument("id")
    more.add_argument("answers", nargs="+", metavar="ITEM=TEXT|ITEM=mat_…")


def _list(session: Session) -> int:
    args, verifications = session.args, session.client.verifications
    return show_list(
        session,
        page=verifications.page,
        every=verifications.list,
        titles=[_("verification"), _("of"), _("state"), _("holder"), _("submitted")],
        row=_row,
        state=args.state,
        domain=args.domain,
        template=args.template,
    )


def _row(verification: Verification) -> list[Cell]:
    return [
        Cell(verification["id"]),
        Cell(verification["domain"] or verification["template"] or ""),
        state_cell(verification["state"]),
        Cell(verification["holder_name"]),
        Cell(moment(verification["submitted_at"])),
    ]


def _show(session: Session) -> int:
    """Reading is no judgement: 0 whatever its state."""
    verification = session.client.verifications.get(session.args.id)
    verification_ended(session, verification, follow=False)
    return OK


def _watch(session: Session) -> int:
    verification = session.client.verifications.get(session.args.id)
    return verification_ended(session, verification, follow=True)


def _resubmit(session: Session) -> int:
    args = session.args
    verification = session.client.verifications.resubmit(args.id, anyway=args.anyway)
    return verification_ended(session, verification, follow=args.watch)


def _withdraw(session: Session) -> int:
    verification = session.client.verifications.withdraw(session.args.id, **session.how)
    verification_ended(session, verification, follow=False)
    return OK


def _answer(session: Session) -> int:
    args = session.args
    failure = session.client.verifications.answer(args.id, args.code, args.value)
    if session.out.as_json:
        session.out.data(failure)
    else:
        show_failure(session, failure)
    return OK


def _more(session: Session) -> int:
    replies = [_reply(text) for text in session.args.answers]
    verification = session.client.verifications.bring_more(session.args.id, replies)
    verification_ended(session, verification, follow=False)
    return OK


def _reply(text: str) -> MoreReply:
    item, sign, value = text.partition("=")
    if not sign or not value:
        raise Stop(_("Write ITEM=TEXT, or ITEM=mat_… for a picture: %(text)s") % {"text": text})
    if value.startswith("mat_"):
        return {"item": item, "material": value}
    return {"item": item, "text": value}
