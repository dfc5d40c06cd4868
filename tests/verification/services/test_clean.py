"""What counts as clean: nothing to confirm, nothing unread."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from verification.precheck.finding import Finding
from verification.prechecks import Precheck
from verification.reading.model import PictureReading
from verification.services.trusting import is_clean

LEVELS = st.lists(st.sampled_from(["info", "warn", "block"]), max_size=4)
CODE = st.sampled_from(["number_mismatch", "image_unreadable"])
READ = PictureReading(format="jpeg", bytes=60_000, width=1600, height=1000)


@dataclass(frozen=True)
class Shown:
    """A picture of a pre-check, without a row."""

    reading: PictureReading | None
    uploaded: object = None
    pending: bool = False
    problems: list = field(default_factory=list)


def found(levels, pictures):
    findings = tuple(Finding(code="name_mismatch", level=n, field="holder_name") for n in levels)
    shown = tuple(Shown(READ if read else None) for read in pictures)
    return Precheck(dossier=None, findings=findings, pictures=shown)


@given(LEVELS, st.lists(CODE, max_size=2), st.lists(st.booleans(), max_size=3), st.booleans())
def test_clean_is_what_nobody_had_to_confirm_and_what_was_read(levels, codes, pictures, reads):
    clean = is_clean(found(levels, pictures), confirmed=codes, reads=reads)
    unread = reads and not all(pictures)
    assert clean == (not codes and not {"warn", "block"} & set(levels) and not unread)


@given(
    LEVELS,
    st.lists(CODE, min_size=1, max_size=2),
    st.lists(st.booleans(), max_size=3),
    st.booleans(),
)
def test_nothing_that_was_confirmed_is_clean(levels, codes, pictures, reads):
    assert not is_clean(found(levels, pictures), confirmed=codes, reads=reads)
