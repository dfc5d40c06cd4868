"""Following a submission or an operation to its end, and what its end means."""

from registrar.client.cli.exits import NO, OK
from registrar.client.cli.session import Session
from registrar.client.resources import operations, verifications
from registrar.client.shapes.operations import Operation
from registrar.client.shapes.verifications import Verification
from registrar.client.texts import gettext as _

from .operations_shown import show_operation
from .verifications_shown import show_verification
from .watching import watch

# A reviewer's question waits for the person who watches.
_VERIFICATION_ENDS = verifications.ENDED | {"more_wanted"}


def verification_ended(session: Session, verification: Verification, *, follow: bool) -> int:
    """Show it, after its end with `follow`; 0 unless it is seen to have failed."""
    number = verification["id"]
    if follow:
        verification = watch(
            session,
            lambda: session.client.verifications.get(number),
            ended=_VERIFICATION_ENDS,
            again=f"zm verifications watch {number}",
        )
    show_verification(session, verification)
    if not (follow or session.dry_run) and verification["state"] not in _VERIFICATION_ENDS:
        session.out.say(_("To watch it: %(c)s") % {"c": f"zm verifications watch {number}"})
    return NO if verification["state"] in {"failed", "withdrawn", "more_wanted"} else OK


def operation_ended(session: Session, operation: Operation, *, follow: bool) -> int:
    number = operation["id"]
    if follow:
        operation = watch(
            session,
            lambda: session.client.operations.get(number),
            ended=operations.ENDED,
            again=f"zm operations watch {number}",
        )
    show_operation(session, operation)
    if not (follow or session.dry_run) and operation["state"] not in operations.ENDED:
        session.out.say(_("To watch it: %(c)s") % {"c": f"zm operations watch {number}"})
    return NO if operation["state"] in {"failed", "cancelled"} else OK
