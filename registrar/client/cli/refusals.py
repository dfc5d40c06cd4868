"""A refusal in words: what, where, until when, and what to quote to support."""

from registrar.client.errors import ApiError, ClientError, NotAuthenticated
from registrar.client.texts import gettext as _

from .output.printer import Printer
from .output.width import clean


def tell(error: ClientError, printer: Printer) -> None:
    """In words on stderr; with `--json` the API's problem on stdout too, as one line."""
    if printer.as_json and isinstance(error, ApiError) and error.body:
        printer.rows([error.body])
    if not isinstance(error, ApiError):
        printer.say(clean(str(error)))
        return
    printer.say(clean(error.detail) or f"HTTP {error.status}")
    rows = [
        (str(r.get("field") or ""), str(r.get("message") or r.get("code"))) for r in error.errors
    ]
    for field, message in () if _said_already(error.detail, rows) else rows:
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


def _said_already(detail: str, rows: list[tuple[str, str]]) -> bool:
    """Whether the detail is made of the rows' messages and of nothing else."""
    for _field, message in rows:
        if message not in detail:
            return False
        detail = detail.replace(message, "")
    return not detail.strip()
