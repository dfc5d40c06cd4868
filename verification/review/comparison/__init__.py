"""What was typed and what was read, row by row (pure)."""

from .row import Difference, Mark, Row
from .rows import compare_rows

__all__ = ["Difference", "Mark", "Row", "compare_rows"]
