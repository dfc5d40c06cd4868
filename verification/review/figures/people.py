"""Which reviewers the reader may tell apart: with the right for it all, else only themselves."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from registrar.accounts.models import User

SEE_REVIEWERS = "verification.view_reviewer_figures"
_KEYS = ("reviewer_id", "reviewer__name", "reviewer__email")


def may_see_reviewers(user: User) -> bool:
    return user.has_perm(SEE_REVIEWERS)


def by_person(
    rows: Iterable[Mapping[str, Any]], user: User, add: Callable[[list[Mapping[str, Any]]], Any]
) -> list[tuple[str, Any]]:
    """(name, `add` of their rows) for each reviewer that `user` may see, in the order of rows;
    all others together come last."""
    everybody = may_see_reviewers(user)
    groups: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        known = everybody or row["reviewer_id"] == user.pk
        groups.setdefault(row["reviewer_id"] if known else 0, []).append(row)
    others = groups.pop(0, None)
    found = [(_label(group[0]), add(group)) for group in groups.values()]
    if others:
        found.append((_("Colleagues"), add(others)))
    return found


def _label(row: Mapping[str, Any]) -> str:
    """As User.__str__ says it."""
    return str(row["reviewer__name"] or row["reviewer__email"])
