"""The commands, in the order in which the help lists them."""

from collections.abc import Callable

from . import (
    batch,
    domains,
    events,
    login,
    logs,
    materials,
    me,
    operations,
    plan,
    precheck,
    reasons,
    register,
    reverify,
    sheets,
    support,
    templates,
    verifications,
    verify,
    webhooks,
)
from .adding import Parsers

COMMANDS: tuple[Callable[[Parsers], None], ...] = (
    login.add,
    me.add,
    domains.add,
    register.add,
    templates.add,
    materials.add,
    precheck.add,
    verify.add,
    verifications.add,
    reverify.add,
    plan.add,
    operations.add,
    batch.add,
    reasons.add,
    support.add,
    logs.add,
    events.add,
    webhooks.add,
    sheets.add,
)
