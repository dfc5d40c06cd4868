"""Names that come to the registrar: what every one of them must pass."""

from django.utils.translation import gettext_lazy as _

from domains.names import NotAName, labels_of, to_ascii
from registrar.errors import FieldError, InvalidInput
from templates_app.restrictions import questions
from templates_app.restrictions.selectors import problems_of, restrictions_on

_NO_NAME = _("There is no such domain name.")


def ascii_name_of(name: str) -> str:
    """The A-label; InvalidInput (field `name`) for what is no name."""
    try:
        return to_ascii(name)
    except NotAName:
        raise InvalidInput(errors=[FieldError("name", "invalid", _NO_NAME)]) from None


def refuse_restricted_words(ascii_name: str) -> None:
    """Domains that are here already stay: a new word concerns names that come (seed 002)."""
    hits = restrictions_on(names=questions.labels(labels_of(ascii_name)))
    if hits:
        raise InvalidInput(
            errors=[FieldError(p.field, p.code, p.message) for p in problems_of(hits)]
        )
