"""The group of staff who look after authorities."""

from typing import Any

from registrar.accounts.staff_groups import make_group

OPERATORS = "authorities"
OPERATOR_PERMISSIONS = (
    "verification.manage_authorities",
    "verification.view_authority",
    "verification.view_authorityroute",
    "verification.view_authoritychange",
)


def make_operators(*, using: str, **_kwargs: Any) -> None:
    make_group(OPERATORS, OPERATOR_PERMISSIONS, using=using)
