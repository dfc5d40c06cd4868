"""A refusal in words: what, where, until when, and what to quote to support."""

from registrar.client.errors import ApiError, ClientError, NotAuthenticated
from registrar.client.texts import gettext as _

from .output.printer import Printer
from .output.width import clean


def tell(error: ClientError, printer: Printer) -> None:
    """On stderr; with `--json` scripts get the problem document there, as it came."""
    if not isinstance(error, ApiError):
        printer.say(clean(str(error)))
        return
    printer.say(clean(error.detail) or f"HTTP {error.status}")
    for row in error.errors:
        field, message = str(row.get("field") or ""), str(row.get("message") or row.get("code"))
        printer.say(clean(f"  {field}: {message}" if field else f"  {message}"))
    if error.body.get("scope"):
        printer.say(_("  The key lacks the scope %(scope)s.") % {"scope": error.body["scope"]})
    if error.blocked_until:
        printer.say(_("  Possible from %(day)s.") % {"day": error.blocked_until})
    if error.retry_after:
        printer.say(_("  Try again in %(seconds)d seconds.") % {"seconds": error.retry_after})
    if isinstance(error, NotAuthenticated):
        printer.say(_("  `zm login` takes a new key."))
    trace = " · ".join(part for part in (error.code, error.request_id) if part)
    if trace:
        printer.say(f"  ({clean(trace)})")
