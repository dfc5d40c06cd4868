"""Identity numbers: one file per standard, one entry point.

Positions in evidence count from 1 in the number as `normalise_number` leaves it.
"""

from templates_app.rules.numbers.check import check_number, suggest_number
from templates_app.rules.numbers.display import mask_number
from templates_app.rules.numbers.typed import normalise_number

__all__ = ["check_number", "mask_number", "normalise_number", "suggest_number"]
