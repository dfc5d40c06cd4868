"""Representative offices: a unified social credit code, or an older number of free form."""

import dataclasses

from templates_app.rules.numbers.credit_code import CREDIT_CODE
from templates_app.rules.numbers.standard import Standard

_OFFICE_CREDIT_CODE = dataclasses.replace(CREDIT_CODE, level="warn")


def office_standard(number: str) -> Standard | None:
    """GB 32100, as a warning, for 18 letters and digits; None for any other form."""
    is_code = len(number) == 18 and number.isascii() and number.isalnum()
    return _OFFICE_CREDIT_CODE if is_code else None
