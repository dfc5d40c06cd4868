"""Uploading, checking and handing in: what `zm verify` and `zm reverify --resubmit` share."""

import sys
from typing import Any

from registrar.client.cli.exits import NO, OK, Stop
from registrar.client.cli.session import Session
from registrar.client.shapes.prechecks import Precheck
from registrar.client.texts import gettext as _

from .checking import check, show_findings, warnings_of, when_read
from .following import verification_ended
from .uploading import upload_all


def document_of(session: Session) -> dict[str, str]:
    """The document's type and number, as far as they are given."""
    args = session.args
    number = sys.stdin.readline().strip() if args.number == "-" else args.number
    given = {"document_type": args.type, "document_number": number}
    return {name: value for name, value in given.items() if value}


def submit(session: Session, **subject: Any) -> int:
    """Upload, pre-check and hand in, unless something blocks or has to be confirmed first."""
    subject |= document_of(session)
    subject["materials"] = upload_all(session)
    found = check(session, **subject)
    if not _may_go(session, found, subject["materials"]):
        return NO
    if session.args.dry_run:
        session.out.say(_("Nothing was submitted."))
        return OK
    verification = when_read(
        session,
        lambda: session.client.verifications.submit(
            **subject,
            confirmed_warnings=warnings_of(found),
            warnings_seen=found["warnings_seen"],
        ),
    )
    return verification_ended(session, verification, follow=session.args.watch)


def _may_go(session: Session, found: Precheck, materials: list[str]) -> bool:
    unconfirmed = warnings_of(found) and not session.args.confirm_warnings
    goes = found["ready"] and not unconfirmed
    if session.out.as_json:
        if not goes or session.args.dry_run:
            session.out.data(found)
    elif found["findings"] or session.args.dry_run:
        show_findings(session, found)
    if found["ready"] and unconfirmed:
        session.out.say(_("Confirm what is to be confirmed with --confirm-warnings."))
    if not goes:
        session.out.say(
            _("The pictures need not be sent again: %(ids)s") % {"ids": " ".join(materials)}
        )
    return bool(goes)


def one_subject(session: Session) -> dict[str, str]:
    """`--template` or `--domain`, exactly one."""
    args = session.args
    given = {"template": args.template, "domain": args.domain}
    subject = {name: value for name, value in given.items() if value}
    if len(subject) != 1:
        raise Stop(_("Name one of --template and --domain."))
    return subject
