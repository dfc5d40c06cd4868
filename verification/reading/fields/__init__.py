"""From the lines of text in one picture to the document's type and its values.

Knows neither pictures nor recognisers: lines in, a reading out, whatever the lines are.
"""

from collections.abc import Sequence

from verification.reading.model import DocumentReading, TextLine

from .cards import read_card
from .organisations import read_organisation
from .page import page_of
from .titles import titles_of
from .traces import Traces, traces_of
from .travel import read_travel

__all__ = ["Traces", "read_document", "traces_of"]

_READERS = (read_card, read_organisation, read_travel)


def read_document(lines: Sequence[TextLine], *, width: int, height: int) -> DocumentReading:
    """The document that the lines of an upright picture of this size in pixels show.

    Several marks must agree: title, labels, form and check digit of the number, machine-readable
    zone. Type "" and no values where they don't, where another document's title is there, or
    where two documents are in the picture. Never raises, whatever the lines say.
    """
    page = page_of(lines, width=width, height=height)
    titles = titles_of(page)
    if any(not title.code for title in titles):
        return DocumentReading()
    found = [reading for read in _READERS if (reading := read(page, titles)) is not None]
    kinds = {reading.type for reading in found}
    return found[0] if len(kinds) == 1 else DocumentReading()
