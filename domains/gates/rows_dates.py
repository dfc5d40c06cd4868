"""Rows of the gate table that the calendar opens or closes.

A date that is missing refuses: a name whose age or expiry is unknown stays put.
"""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from .facts import DomainFacts
from .operations import Operation as Op
from .rules import Circumstance, GateRule
from .suffixes import transfer_lock_days

EXPIRY_MARGIN = timedelta(days=15)  # seed 002: 距域名到期日不少于15天
REGISTRANT_LOCK = timedelta(days=60)  # ICANN transfer policy, change of registrant


def _registration_lock_end(facts: DomainFacts) -> date | None:
    if facts.registered_on is None:
        return None
    return facts.registered_on + timedelta(days=transfer_lock_days(facts.suffix))


def _transfer_lock_end(facts: DomainFacts) -> date | None:
    if facts.transferred_on is None:
        return None
    return facts.transferred_on + timedelta(days=transfer_lock_days(facts.suffix))


def _registrant_lock_end(facts: DomainFacts) -> date | None:
    if not facts.registrant_lock or facts.registrant_changed_on is None:
        return None
    return facts.registrant_changed_on + REGISTRANT_LOCK


def _registered_recently(facts: DomainFacts, today: date) -> bool:
    end = _registration_lock_end(facts)
    return end is None or today < end


def _transferred_recently(facts: DomainFacts, today: date) -> bool:
    end = _transfer_lock_end(facts)
    return end is not None and today < end


def _registrant_changed_recently(facts: DomainFacts, today: date) -> bool:
    end = _registrant_lock_end(facts)
    return end is not None and today < end


def _expiring_soon(facts: DomainFacts, today: date) -> bool:
    return facts.expires_on is None or facts.expires_on - today < EXPIRY_MARGIN


DATE_ROWS: tuple[GateRule, ...] = (
    GateRule(
        code="expiring_soon",
        operations=frozenset({Op.TRANSFER_IN, Op.TRANSFER_OUT}),
        only_when=frozenset({(Op.RENEW, Circumstance.WITH_UPGRADE)}),
        applies=_expiring_soon,
        message=_("Less than 15 days are left to the expiry date. Renew the domain first."),
        source="seed 002, 域名转入 and 域名续费失败",
    ),
    GateRule(
        code="registered_recently",
        operations=frozenset({Op.TRANSFER_OUT}),
        applies=_registered_recently,
        until=_registration_lock_end,
        message=_("The domain was registered too recently to leave its registrar."),
        source="seed 002, 域名注册后已满60天",
    ),
    GateRule(
        code="transferred_recently",
        operations=frozenset({Op.TRANSFER_OUT}),
        applies=_transferred_recently,
        until=_transfer_lock_end,
        message=_("The domain was transferred too recently to leave its registrar again."),
        source="seed 002, 域名转入; ICANN transfer policy",
    ),
    GateRule(
        code="registrant_changed_recently",
        operations=frozenset({Op.TRANSFER_OUT}),
        applies=_registrant_changed_recently,
        until=_registrant_lock_end,
        message=_("The registrant changed recently and the 60-day transfer lock was chosen."),
        source="ICANN transfer policy, change of registrant",
    ),
)
