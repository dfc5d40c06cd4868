"""Mainland travel permits. Neither has a check digit."""

from templates_app.rules.numbers.layout import DIGITS
from templates_app.rules.numbers.standard import Standard

# H for Hong Kong, M for Macau; the last two digits of ten count re-issues.
HK_MO_TRAVEL_PERMIT = Standard(
    layouts=(("HM",) + (DIGITS,) * 8, ("HM",) + (DIGITS,) * 10),
)
TW_TRAVEL_PERMIT = Standard(layouts=((DIGITS,) * 8, (DIGITS,) * 10))
