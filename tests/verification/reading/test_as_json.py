import json

from hypothesis import given
from hypothesis import strategies as st

from verification.reading.as_json import from_json, to_json
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    Flaw,
    PictureReading,
    ReadValue,
    Side,
    TextLine,
)

_FRACTIONS = st.integers(0, 10_000).map(lambda number: number / 10_000)
_BOXES = st.builds(Box, _FRACTIONS, _FRACTIONS, _FRACTIONS, _FRACTIONS)
_CHARACTERS = st.lists(_FRACTIONS, max_size=3).map(tuple)
_VALUES = st.builds(ReadValue, st.text(max_size=5), _FRACTIONS, _BOXES, _CHARACTERS)
_DOCUMENTS = st.builds(
    DocumentReading,
    type=st.sampled_from(["", "SFZ", "YYZZ"]),
    confidence=_FRACTIONS,
    side=st.sampled_from(Side),
    variant=st.just("mrz"),
    values=st.dictionaries(st.sampled_from(Field), _VALUES, max_size=3),
)
_FLAWS = st.builds(
    Flaw,
    code=st.just("image_blurry"),
    confidence=_FRACTIONS,
    measure=_FRACTIONS,
    limit=_FRACTIONS,
    unit=st.just("edge_px"),
    boxes=st.lists(_BOXES, max_size=2).map(tuple),
    fields=st.lists(st.sampled_from(Field), max_size=2).map(tuple),
)
_READINGS = st.builds(
    PictureReading,
    format=st.just("jpeg"),
    bytes=st.integers(0, 10**7),
    width=st.integers(0, 9999),
    height=st.integers(0, 9999),
    orientation=st.integers(1, 8),
    more_frames=st.booleans(),
    turned=st.sampled_from([0, 90, 180, 270]),
    outline=st.none() | _BOXES,
    document=_DOCUMENTS,
    flaws=st.lists(_FLAWS, max_size=2).map(tuple),
    lines=st.lists(
        st.builds(TextLine, st.text(max_size=5), _FRACTIONS, _BOXES, _CHARACTERS), max_size=2
    ).map(tuple),
    failure=st.sampled_from(["", "image_corrupt"]),
    seconds=st.dictionaries(st.just("ocr"), _FRACTIONS),
)


def test_what_an_older_reader_did_not_tell_is_taken_for_the_ordinary() -> None:
    reading = PictureReading(format="gif", bytes=1, width=1, height=1)
    kept = json.loads(to_json(reading))
    del kept["orientation"], kept["more_frames"]
    assert from_json(json.dumps(kept)) == reading


@given(_READINGS)
def test_a_reading_comes_back_as_it_was_kept(reading: PictureReading) -> None:
    assert from_json(to_json(reading)) == reading
