"""What is wrong with a file as a whole, or with one of its cells."""

from dataclasses import dataclass

from django.utils.text import format_lazy

from registrar.errors import FieldError, InvalidInput, Text


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that can't be taken as it stands."""

    code: str
    message: Text


def filled(message: Text, **params: object) -> Text:
    """`message` with `params` in its braces, still in whatever language it will be read."""
    return format_lazy(message, **params)  # type: ignore[arg-type]


def refused_file(code: str, message: Text, **params: object) -> InvalidInput:
    """InvalidInput about the field `file`; `params` fill the braces of `message`."""
    text = filled(message, **params) if params else message
    return InvalidInput("file_refused", text, errors=[FieldError("file", code, text)])
