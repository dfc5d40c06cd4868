"""How the groups make their cases: a paper, a usual look, and what differs."""

import random
from collections.abc import Callable, Iterable
from typing import Any

from tests.precheck_set.case import Case, PictureFile, picture
from tests.precheck_set.looks import LOOKS
from tests.precheck_set.submissions import Submission

Maker = Callable[[random.Random], Submission]
# Looks that nothing else can be wrong with: photos and scans of usual size, upright.
_PLAIN = [
    look for look in LOOKS if look.name in {"wood", "scan", "dark-cold", "scan-small", "webp"}
]


def files_of(case_id: str, one: Submission) -> tuple[PictureFile, ...]:
    """Its sides in a plain look, another for another case."""
    look = random.Random(f"look of {case_id}").choice(_PLAIN)
    return tuple(
        picture(f"{case_id}-{side}", draw, look.steps, look.encoding)
        for side, draw in enumerate(one.sides, start=1)
    )


def typed_case(case_id: str, one: Submission, expected: Iterable[str], **typed: Any) -> Case:
    """A good picture, and a form in which `typed` differs. Names of Case's own fields
    (`or_else`, `clean`, `contact`) go there."""
    own = {key: typed.pop(key) for key in ("or_else", "clean", "contact") if key in typed}
    own["or_else"] = frozenset(own.get("or_else", ()))
    return Case(
        id=case_id,
        files=files_of(case_id, one),
        form=one.form(**typed),
        expected=frozenset(expected),
        truth=one.truth,
        **own,
    )


def seeded(case_id: str, make: Maker) -> Submission:
    return make(random.Random(case_id))
