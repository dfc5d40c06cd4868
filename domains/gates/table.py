"""The one table that decides what may be done to a domain now."""

from .rows_dates import DATE_ROWS
from .rows_epp import EPP_ROWS
from .rows_lifecycle import LIFECYCLE_ROWS
from .rows_reviews import REVIEW_ROWS
from .rows_transfers import TRANSFER_ROWS
from .rules import GateRule

# In the order in which reasons are shown: what ends a discussion comes first.
GATES: tuple[GateRule, ...] = (
    *LIFECYCLE_ROWS,
    *TRANSFER_ROWS,
    *REVIEW_ROWS,
    *DATE_ROWS,
    *EPP_ROWS,
)
