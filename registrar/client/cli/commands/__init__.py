"""The commands, in the order in which the help lists them."""

from collections.abc import Callable

from . import domains, login, me, precheck, verifications, verify
from .adding import Parsers

COMMANDS: tuple[Callable[[Parsers], None], ...] = (
    login.add,
    me.add,
    domains.add,
    precheck.add,
    verify.add,
    verifications.add,
)
