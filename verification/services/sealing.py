"""A document number as a row keeps it: sealed, masked, and findable."""

from registrar.crypto import blind_index
from registrar.crypto.configured import get_keyring
from templates_app.fields_of import NUMBER_PURPOSE
from templates_app.rules.numbers import mask_number

_MASKED_LENGTH = 32


def number_fields(number: str) -> dict[str, str]:
    """The three columns of a submission that hold its document number."""
    return {
        "document_number": number,
        "number_masked": masked(number),
        "number_index": blind_index(get_keyring(), number, NUMBER_PURPOSE),
    }


def masked(number: str) -> str:
    """The number with its middle starred, at most 32 characters long."""
    text = mask_number(number)
    if len(text) <= _MASKED_LENGTH:
        return text
    half = _MASKED_LENGTH // 2
    return text[:half] + text[-half:]
