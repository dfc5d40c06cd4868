"""Kinds of trouble with an authority, in words, and what to do about each."""

from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from registrar.errors import Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened, and what whoever looks after the authority does now."""

    what: Text
    then: Text


_SILENT = Trouble(
    _("It did not answer in time"),
    _("Try it now. If it stays slow, raise the time-out or ask the authority."),
)
_SENSELESS = Trouble(
    _("It answered with something that makes no sense"),
    _("Check that the address is that of the interface, then ask the authority."),
)
_KNOWN: dict[str, Trouble] = {
    "timeout": _SILENT,
    "refused": Trouble(
        _("It could not be reached"),
        _("Check the address and the network between us; if both are right, it is down."),
    ),
    "tls": Trouble(
        _("Its certificate was not accepted"),
        _("Ask the authority: its certificate may have expired or be for another name."),
    ),
    "signature": Trouble(
        _("A signature was wrong"),
        _("Compare key ids and secrets with the authority's. One side may have changed its key."),
    ),
    "setup": Trouble(
        _("Its address or a key is missing here"),
        _("Complete its settings."),
    ),
    "broken_off": Trouble(
        _("The connection broke off"),
        _("We repeat the call by ourselves. If it lasts, look at the network between us."),
    ),
    "redirect": Trouble(
        _("It sent us to another address"),
        _("We follow none. Ask the authority for its address and enter that."),
    ),
    "garbage": _SENSELESS,
    "content_type": _SENSELESS,
    "too_big": _SENSELESS,
    "no_reason": Trouble(
        _("It refused a holder without saying why"),
        _("Ask the authority for the reason; we ask again by ourselves."),
    ),
    "no_answer": _SILENT,
    "lost_answer": _SILENT,
    "own_error": Trouble(
        _("The call broke off on our side"),
        _("Look into the worker's log at this time."),
    ),
}
_OWN_KEY = Trouble(
    _("It refused our key"),
    _("Compare our key's id and secret with what the authority has."),
)
_NOT_THERE = Trouble(
    _("It knows no such address"),
    _("Check the base address: the paths of the interface are put behind it."),
)
_TOO_MANY = Trouble(
    _("It says that we ask too often"),
    _("Nothing to do at once: we ask less often by ourselves."),
)
_BY_STATUS = {401: _OWN_KEY, 403: _OWN_KEY, 404: _NOT_THERE, 429: _TOO_MANY}


def trouble_of(kind: str) -> Trouble:
    """The words for a value of `Authority.last_error`; also for one that nobody has named."""
    if kind in _KNOWN:
        return _KNOWN[kind]
    name, _sep, number = kind.rpartition("_")
    if name == "status" and number.isascii() and number.isdigit():
        return _of_status(int(number))
    return Trouble(
        format_lazy(_("Trouble of the kind “{kind}”"), kind=kind),
        _("Try it now; the worker's log at this time says more."),
    )


def _of_status(status: int) -> Trouble:
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status >= 500:
        return Trouble(
            format_lazy(_("It answered with its own error (HTTP {status})"), status=status),
            _("It is their side: wait, and ask the authority if it lasts."),
        )
    return Trouble(
        format_lazy(_("It refused the call (HTTP {status})"), status=status),
        _("Check the base address and the version of the interface."),
    )
