"""A form as a file: the same shape as the API's body, and the same errors, said as text."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from registrar.api.problems import field_errors
from verification.api.serializers import CheckedFormInput

UNREADABLE = 2
_MOST_CHARACTERS = 100_000


def read_form(path: Path) -> dict[str, Any]:
    """The form in `path`. CommandError, with every field that is wrong, for anything else."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(_MOST_CHARACTERS + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(path, getattr(error, "strerror", None) or str(error)) from None
    if len(text) > _MOST_CHARACTERS:
        raise _refused(path, f"more than {_MOST_CHARACTERS} characters: this is no form")
    return _shaped(path, _parsed(path, text))


def _parsed(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise _refused(path, f"not JSON: {error}") from None
    except RecursionError:
        raise _refused(path, "not JSON: nested too deeply") from None


def _shaped(path: Path, data: Any) -> dict[str, Any]:
    shaped = CheckedFormInput(data=data)
    if not shaped.is_valid():
        said = [
            f"{error['field'] or 'form'}: {error['message']}"
            for error in field_errors(shaped.errors)
        ]
        raise _refused(path, "\n  ".join(["", *said]).rstrip())
    return dict(shaped.validated_data)


def _refused(path: Path, why: str) -> CommandError:
    return CommandError(f"{path}: {why}", returncode=UNREADABLE)
