"""One submission on the screen."""

from registrar.client.cli.output.moments import moment
from registrar.client.cli.session import Session
from registrar.client.shapes.verifications import More, Verification
from registrar.client.texts import gettext as _

from .failures import show_failure
from .parts import state_cell


def show_verification(session: Session, verification: Verification) -> None:
    out = session.out
    if out.as_json:
        out.data(verification)
        return
    # A dry run's ids lead nowhere.
    number = "" if session.dry_run else verification["id"]
    out.facts(
        [
            (_("verification"), number),
            (_("of"), verification["domain"] or verification["template"] or ""),
            (_("state"), state_cell(verification["state"])),
            (_("holder"), verification["holder_name"]),
            (_("document"), f"{verification['document_type']} {verification['document_number']}"),
            (_("submitted"), moment(verification["submitted_at"])),
            (_("expected"), _expected(verification)),
            (_("ended"), moment(verification["ended_at"])),
        ]
    )
    if verification["more"]:
        _show_more(session, verification["more"])
    if verification["failure"]:
        show_failure(session, verification["failure"], of=verification["id"])


def _expected(verification: Verification) -> str:
    return "" if verification["ended_at"] else verification["expected_on"] or ""


def _show_more(session: Session, more: More) -> None:
    out = session.out
    out.line(_("The reviewer asks for more; answer every item with `zm verifications more`:"))
    for item in more["items"]:
        out.line(f"  {item['id']}  {item['title']} {item['detail']}".rstrip())
        out.line(f"      {item['hint']}")
