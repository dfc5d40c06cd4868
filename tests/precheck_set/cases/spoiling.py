"""A case whose form is right and whose picture is not."""

from collections.abc import Iterable, Sequence
from typing import Any

from tests.precheck_set.case import Case, picture
from tests.precheck_set.cases.making import Maker, seeded
from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Step


def spoilt_case(
    case_id: str,
    make: Maker,
    steps: Sequence[Step],
    expected: Iterable[str],
    *,
    encoding: Encoding | None = None,
    or_else: Iterable[str] = (),
    clean: bool = False,
    **file: Any,
) -> Case:
    """Every side goes through `steps`; `file` is passed on to `picture`."""
    one = seeded(case_id, make)
    return Case(
        id=case_id,
        files=tuple(
            picture(f"{case_id}-{side}", draw, steps, encoding, **file)
            for side, draw in enumerate(one.sides, start=1)
        ),
        form=one.form(),
        expected=frozenset(expected),
        or_else=frozenset(or_else),
        clean=clean,
        truth=one.truth,
    )
