"""What a case is, and how its pictures come about."""

import datetime as dt
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.precheck_set.drawn import Drawn
from tests.precheck_set.encoding import Encoding
from tests.precheck_set.photo import Step

# The day on which everything is submitted; all dates on papers are told from here.
TODAY = dt.date(2026, 11, 26)
PERSON, ORGANISATION = "individual", "organization"


@dataclass(frozen=True)
class PictureFile:
    """A file as it is sent; its bytes are made when asked for, each time the same."""

    name: str
    draw: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Case:
    """`form` is a body of POST /prechecks without its materials. `contact` holds what a template
    would add, by the names of the dossier. `expected` are the codes to be found; where several
    say the same of a picture, one of `or_else` will do instead. `clean`: nothing may block.
    `truth` is what the paper says: name, number, type ("" where that is not to be judged)."""

    id: str
    files: tuple[PictureFile, ...]
    form: Mapping[str, Any]
    expected: frozenset[str] = frozenset()
    or_else: frozenset[str] = frozenset()
    clean: bool = False
    truth: Mapping[str, str] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    today: dt.date = TODAY


def picture(
    name: str,
    draw: Callable[[], Drawn],
    steps: Sequence[Step] = (),
    encoding: Encoding | None = None,
    *,
    spoil: Callable[[bytes], bytes] | None = None,
    extension: str = "",
) -> PictureFile:
    """A file called `name`; its name is also the seed of every step. `spoil` changes the bytes,
    `extension` lies about them."""
    store = encoding or Encoding()

    def made() -> bytes:
        rng = random.Random(name)
        drawn = draw()
        for step in steps:
            drawn = step(drawn, rng)
        data = store(drawn)
        return spoil(data) if spoil else data

    return PictureFile(f"{name}.{extension or store.extension}", made)
