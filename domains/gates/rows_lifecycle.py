"""Rows of the gate table: where the domain stands between registration and release."""

from django.utils.translation import gettext_lazy as _

from .facts import Lifecycle
from .operations import EVERYTHING
from .operations import Operation as Op
from .rules import GateRule

LIFECYCLE_ROWS: tuple[GateRule, ...] = (
    GateRule(
        code="registering",
        # It may still be refused: then whatever hung on the domain would be left in the air.
        operations=EVERYTHING,
        applies=lambda facts, today: facts.lifecycle is Lifecycle.REGISTERING,
        message=_("The registration is not finished yet."),
        source="RFC 5731: the registry has no such object yet",
    ),
    GateRule(
        code="expired",
        operations=frozenset({Op.CHANGE_REGISTRANT, Op.PUSH, Op.TRANSFER_OUT, Op.EDIT_CONTACTS}),
        applies=lambda facts, today: facts.lifecycle is Lifecycle.EXPIRED,
        message=_("The domain has expired. Renew it first."),
        source="registrar rule, grace period",
    ),
    GateRule(
        code="redemption",
        operations=EVERYTHING,
        applies=lambda facts, today: facts.lifecycle is Lifecycle.REDEMPTION,
        message=_("The domain is in its redemption period. It can only be restored."),
        source="RFC 3915, redemptionPeriod",
    ),
    GateRule(
        code="pending_delete",
        operations=EVERYTHING,
        applies=lambda facts, today: facts.lifecycle is Lifecycle.PENDING_DELETE,
        message=_("The registry is about to delete the domain."),
        source="RFC 3915, pendingDelete",
    ),
    GateRule(
        code="gone",
        operations=EVERYTHING,
        applies=lambda facts, today: facts.lifecycle is Lifecycle.GONE,
        message=_("The domain has been deleted or has left this registrar."),
        source="registrar rule: nothing is left to act on",
    ),
)
