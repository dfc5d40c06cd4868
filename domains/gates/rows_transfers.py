"""Rows of the gate table: transfers, pushes and upgrades under way."""

from django.utils.translation import gettext_lazy as _

from .facts import Transfer
from .operations import EVERYTHING, everything_but
from .operations import Operation as Op
from .rules import GateRule

TRANSFER_ROWS: tuple[GateRule, ...] = (
    GateRule(
        code="transfer_in_pending",
        operations=EVERYTHING,
        applies=lambda facts, today: facts.transfer is Transfer.IN_PENDING,
        message=_("The domain is being transferred in. Wait for it, or cancel the transfer."),
        source="seed 002, 域名转入",
    ),
    GateRule(
        code="transfer_out_pending",
        operations=EVERYTHING,
        applies=lambda facts, today: facts.transfer is Transfer.OUT_PENDING,
        message=_("The domain is being transferred out. Wait for it, or cancel the transfer."),
        source="seed 002, 域名转出",
    ),
    GateRule(
        code="push_pending",
        operations=everything_but(Op.RENEW),
        applies=lambda facts, today: facts.transfer is Transfer.PUSH_PENDING,
        message=_("A push to another account is waiting. Wait for it, or cancel the push."),
        source="transfer rules, 账号间转移",
    ),
    # A transfer under way blocks renewal too: the first two rows hold that.
    GateRule(
        code="upgrade_pending",
        operations=frozenset({Op.RENEW}),
        applies=lambda facts, today: facts.upgrade_pending,
        message=_("The registrar upgrade is under way, usually for 3-7 days. Renew after it."),
        source="seed 002, 域名续费失败",
    ),
)
