"""Whom a request is about: a template or a domain that its body names."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from domains.selectors.domains import find_domain
from registrar.errors import FieldError, InvalidInput, NotFound, Text
from templates_app.selectors import get_template

SUBJECTS = ("template", "domain")
ONE_OF_TWO = _("Name a template or a domain, one of the two.")


def subject_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """`{"template": …}` or `{"domain": …}`, the row found; InvalidInput otherwise."""
    name = exactly_one(given, SUBJECTS, ONE_OF_TWO)
    return {name: named(name, given[name])}


def exactly_one(given: Mapping[str, Any], names: Sequence[str], message: Text) -> str:
    """Which of `names` is given; InvalidInput, said of each of them, for none or several."""
    found = [name for name in names if name in given]
    if len(found) != 1:
        raise InvalidInput(errors=[FieldError(name, "exactly_one", message) for name in names])
    return found[0]


def named(field: str, text: str) -> Any:
    """InvalidInput, not NotFound: it is the field that is wrong, not the address."""
    find = get_template if field == "template" else find_domain
    try:
        return find(text)
    except NotFound as missing:
        error = FieldError(field, "not_found", missing.message)
        raise InvalidInput(errors=[error]) from None
