"""`zm verify`: from pictures to the result."""

from registrar.client.cli.session import Session
from registrar.client.texts import gettext as _

from .adding import Parsers, dry_run_option, watch_options
from .submitting import one_subject, submit
from .uploading import document_arguments, file_arguments


def add(parsers: Parsers) -> None:
    verify = parsers.command("verify", _("upload, pre-check, hand in and watch"), _verify)
    file_arguments(verify)
    verify.add_argument("--template", metavar="ID", help=_("the info template to verify"))
    verify.add_argument("--domain", metavar="NAME", help=_("the domain to verify"))
    document_arguments(verify)
    verify.add_argument(
        "--confirm-warnings", action="store_true", help=_("submit although there are warnings")
    )
    dry_run_option(verify)
    watch_options(verify)


def _verify(session: Session) -> int:
    return submit(session, **one_subject(session))
