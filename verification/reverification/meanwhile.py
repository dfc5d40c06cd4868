"""What can't be done while a review is under way: the gate table's own row, in words."""

from domains.gates import GATES, Operation
from domains.operation_texts import OPERATION_LABELS


def blocked_meanwhile(code: str) -> list[str]:
    """What the gate row `code` blocks, named in the order of the operations.

    StopIteration for a code that is no row: the table and its users change together.
    """
    row = next(rule for rule in GATES if rule.code == code)
    return [str(OPERATION_LABELS[op]) for op in Operation if op in row.operations]
