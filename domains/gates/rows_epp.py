"""Rows of the gate table that EPP statuses close (RFC 5731, section 2.3).

Each client status is a lock that the account lifts itself; the server's twin is
the registry's. They are separate rows because the way out differs.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .operations import Operation as Op
from .rules import Circumstance, GateRule

_RFC_5731 = "RFC 5731"
_UPDATES = frozenset({Op.EDIT_CONTACTS, Op.CHANGE_REGISTRANT, Op.CHANGE_NAMESERVERS})
_TRANSFERS = frozenset({Op.TRANSFER_IN, Op.TRANSFER_OUT})
_PUSH_ELSEWHERE = frozenset({(Op.PUSH, Circumstance.ACROSS_REGISTRARS)})


def _row(
    code: str,
    status: str,
    operations: frozenset[Op],
    message: str | Promise,
    *,
    source: str = _RFC_5731,
    only_when: frozenset[tuple[Op, Circumstance]] = frozenset(),
) -> GateRule:
    return GateRule(
        code=code,
        operations=operations,
        only_when=only_when,
        applies=lambda facts, today: status in facts.epp_statuses,
        message=message,
        source=source,
    )


EPP_ROWS: tuple[GateRule, ...] = (
    _row(
        "client_update_prohibited",
        "clientUpdateProhibited",
        _UPDATES,
        _("The update lock is on. Switch it off first."),
    ),
    _row(
        "server_update_prohibited",
        "serverUpdateProhibited",
        _UPDATES,
        _("The registry has locked the domain against updates."),
    ),
    _row(
        "client_transfer_prohibited",
        "clientTransferProhibited",
        frozenset({Op.TRANSFER_OUT}),
        _("The transfer lock is on. Switch it off first."),
        only_when=_PUSH_ELSEWHERE,
    ),
    _row(
        "server_transfer_prohibited",
        "serverTransferProhibited",
        frozenset({Op.TRANSFER_OUT}),
        _("The registry has locked the domain against transfers."),
        only_when=_PUSH_ELSEWHERE,
    ),
    _row(
        "client_renew_prohibited",
        "clientRenewProhibited",
        frozenset({Op.RENEW}),
        _("The registrar has blocked renewal of this domain."),
    ),
    _row(
        "server_renew_prohibited",
        "serverRenewProhibited",
        frozenset({Op.RENEW}),
        _("The registry has blocked renewal of this domain."),
    ),
    _row(
        "client_delete_prohibited",
        "clientDeleteProhibited",
        frozenset({Op.DELETE}),
        _("The deletion lock is on. Switch it off first."),
    ),
    _row(
        "server_delete_prohibited",
        "serverDeleteProhibited",
        frozenset({Op.DELETE}),
        _("The registry has locked the domain against deletion."),
    ),
    # RFC 5731 itself only takes a held name out of the zone.
    _row(
        "client_hold",
        "clientHold",
        _TRANSFERS,
        _("The registrar has put the domain on hold (clientHold). Get the hold lifted first."),
        source="seed 002, Clienthold 锁定状态; registrar rule",
    ),
    _row(
        "server_hold",
        "serverHold",
        _TRANSFERS,
        _("The registry has put the domain on hold (serverHold). Get the hold lifted first."),
        source="seed 002, Serverhold 锁定状态; registrar rule",
    ),
)
