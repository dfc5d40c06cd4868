"""A cell's value as the text that its reader sees (pure)."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from registrar.errors import Text
from registrar.sheets.refusing import Trouble, filled

from .styles import Styles

# Excel keeps 15 significant digits and writes zeros for the others.
_EXACT = Decimal(10) ** 15
_LONGEST = 64
# A double, as XML Schema spells it.
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_SERIAL_END = Decimal(2_958_466)  # the day after 9999-12-31
_ROUNDED = _(
    "Excel has kept only the first 15 digits of {cell}. Format the column as text and type the"
    " number again."
)
_ERROR = _("{cell} shows an error ({error}).")
_NO_NUMBER = _("{cell} holds a number that can't be read.")
_NO_RESULT = _("{cell} holds a formula without a result. Open the file in Excel and save it again.")


class Unreadable(Exception):
    """A cell that can't be taken as it stands."""

    def __init__(self, code: str, message: Text, **params: object) -> None:
        self.code, self.message, self.params = code, message, params
        super().__init__(code)

    def at(self, cell: str) -> Trouble:
        """The trouble, with the cell's name in its sentence."""
        return Trouble(self.code, filled(self.message, cell=cell, **self.params))


@dataclass(frozen=True, slots=True)
class Values:
    """Reads cells of one workbook. `shared` gives a shared string by its number."""

    styles: Styles
    from_1904: bool
    shared: Callable[[int], str]

    def text_of(self, kind: str, raw: str, style: int, *, formula: bool) -> str:
        """Unreadable for errors, numbers that Excel has rounded, formulas without a result."""
        if kind == "inlineStr":
            return raw
        if not raw:
            if formula and kind != "str":
                raise Unreadable("formula_without_result", _NO_RESULT)
            return ""
        if kind == "s":
            return self.shared(_index(raw))
        if kind in {"str", "d"}:
            return raw
        if kind == "b":
            return "true" if raw.strip() == "1" else "false"
        if kind == "e":
            raise Unreadable("cell_error", _ERROR, error=raw[:16])
        return self._number(raw, style)

    def _number(self, raw: str, style: int) -> str:
        value = _decimal(raw)
        if value.copy_abs() >= _EXACT:
            raise Unreadable("number_rounded", _ROUNDED)
        if style in self.styles.dates:
            return _moment(value, from_1904=self.from_1904)
        if value == value.to_integral_value():
            return str(int(value)).zfill(self.styles.zeros.get(style, 0))
        return format(float(value), ".15g")


def _index(raw: str) -> int:
    if not (raw.isascii() and raw.isdecimal() and len(raw) <= 9):
        raise Unreadable("cell_unreadable", _NO_NUMBER)
    return int(raw)


def _decimal(raw: str) -> Decimal:
    if len(raw) > _LONGEST or not _NUMBER.fullmatch(raw):
        raise Unreadable("cell_unreadable", _NO_NUMBER)
    return Decimal(raw)


def _moment(value: Decimal, *, from_1904: bool) -> str:
    """A serial number as ISO 8601; Excel's 29 February 1900 never was."""
    if not 0 <= value < _SERIAL_END - (1462 if from_1904 else 0):
        raise Unreadable("cell_unreadable", _NO_NUMBER)
    days, seconds = divmod(round(value * 86_400), 86_400)
    if days == _SERIAL_END - (1462 if from_1904 else 0):  # rounded up to the day after the last
        days, seconds = days - 1, 86_399
    epoch = dt.datetime(1904, 1, 1) if from_1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001
    if not from_1904 and days < 60:
        days += 1
    moment = epoch + dt.timedelta(days=days, seconds=seconds)
    if value < 1:
        return moment.strftime("%H:%M:%S").removesuffix(":00")
    return moment.date().isoformat() if not seconds else moment.isoformat(" ").removesuffix(":00")
