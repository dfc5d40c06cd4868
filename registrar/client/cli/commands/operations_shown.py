"""One operation on the screen."""

from registrar.client.cli.output.labels import label
from registrar.client.cli.output.moments import moment
from registrar.client.cli.session import Session
from registrar.client.shapes.operations import Operation
from registrar.client.texts import gettext as _

from .parts import state_cell


def show_operation(session: Session, operation: Operation) -> None:
    out = session.out
    if out.as_json:
        out.data(operation)
        return
    expected = "" if operation["ended_at"] else operation["expected_on"] or ""
    # A dry run's ids lead nowhere.
    number = "" if session.dry_run else operation["id"]
    out.facts(
        [
            (_("operation"), number),
            (_("what"), label(operation["operation"])),
            (_("domain"), operation["domain"]),
            (_("state"), state_cell(operation["state"])),
            (_("template"), operation["template"] or ""),
            (_("expected"), expected),
            (_("ended"), moment(operation["ended_at"])),
        ]
    )
    failure = operation["failure"]
    if failure:
        for message in failure["raw_messages"]:
            out.line(_("Said: %(message)s") % {"message": message})
        for reason in failure["reasons"]:
            out.line(f"  {reason.get('title', '')} ({reason.get('code', '')})")
