"""The cases, by what they are about."""

from functools import cache

from tests.precheck_set.case import Case
from tests.precheck_set.cases import (
    clean,
    contact,
    covered,
    dates,
    files,
    names,
    numbers,
    seen,
    types,
)


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, in a fixed order; ids are unique."""
    groups = (clean, names, numbers, types, dates, contact, seen, covered, files)
    return tuple(case for group in groups for case in group.cases())
