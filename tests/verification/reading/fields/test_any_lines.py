"""Whatever lines come, reading answers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from templates_app.rules.document_types import DOCUMENT_TYPES
from verification.reading.fields import read_document
from verification.reading.fields.labels import CARD, ORGANISATION, TRAVEL
from verification.reading.fields.titles import TITLES
from verification.reading.model import Box, TextLine

from .pages import recorded

WORDS = sorted({*CARD, *ORGANISATION, *TRAVEL, *TITLES})
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.from_regex(r"[0-9A-Z<]{28,46}", fullmatch=True),
    st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True),
    st.from_regex(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日", fullmatch=True),
    st.from_regex(
        r"[〇一二三四五六七八九十]{4}年[〇一二三四五六七八九十]{1,3}月十日", fullmatch=True
    ),
)
EDGE = st.floats(min_value=-0.5, max_value=1.5, allow_nan=False)


@st.composite
def text_lines(draw):
    text = "".join(draw(st.lists(PIECES, max_size=4)))
    sure = draw(st.floats(min_value=0, max_value=1))
    characters = (sure,) * draw(st.sampled_from([len(text), 0, 3]))
    return TextLine(text, sure, Box(*(draw(EDGE) for _edge in range(4))), characters)


@settings(max_examples=150, deadline=None)
@given(st.lists(text_lines(), max_size=25), st.integers(0, 4000), st.integers(0, 4000))
def test_any_lines_are_read_without_raising(lines, width, height):
    reading = read_document(lines, width=width, height=height)

    assert reading.type == "" or reading.type in DOCUMENT_TYPES
    assert 0 <= reading.confidence <= 1
    for value in reading.values.values():
        assert value.text
        assert 0 <= value.confidence <= 1
        assert len(value.characters) in (0, len(value.text))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_document_that_lost_lines_is_still_itself_or_nothing(data):
    page = recorded("licence_landscape")
    kept = data.draw(st.lists(st.sampled_from(page["lines"]), unique=True))

    assert read_document(kept, width=page["width"], height=page["height"]).type in ("", "YYZZ")
