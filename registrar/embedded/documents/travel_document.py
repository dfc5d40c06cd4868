"""The data page of a passport or travel permit."""

from .ornaments import portrait
from .paper import FAINT, Sheet

_SIZE = (1260, 880)
_TINT = (240, 234, 222)


def draw_travel_document(title: str, name: str, number: str, *, expires: str) -> bytes:
    """JPEG of a data page with this title, holder, number and last day of validity."""
    sheet = Sheet(_SIZE, _TINT)
    for step in range(-880, 1260, 36):
        sheet.draw.line((step, 880, step + 880, 0), fill=(230, 222, 208), width=2)
    sheet.text((630, 90), title, 56, anchor="mm")
    portrait(sheet, (80, 200), (330, 420))
    for row, (label, value) in enumerate(
        (("姓名 Name", name), ("证件号码 No.", number), ("有效期至 Date of expiry", expires))
    ):
        sheet.text((480, 220 + 140 * row), label, 28, ink=FAINT)
        sheet.text((480, 262 + 140 * row), value, 48)
    sheet.mark_as_sample()
    return sheet.jpeg()
