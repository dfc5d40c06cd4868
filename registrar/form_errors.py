"""Showing in a form what a service refused."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.forms import Form

from .errors import ServiceError

_AS_NAMED: Mapping[str, str] = {}


def show_refusal(form: Form, error: ServiceError, named: Mapping[str, str] = _AS_NAMED) -> None:
    """Put every reason at its field, one about an entry of a list (`networks.1`) at the list, or
    above the form where the form has no such field. `named`: fields that the form calls otherwise
    than the service."""
    for reason in error.errors:
        field = reason.field.partition(".")[0]
        field = named.get(field, field)
        form.add_error(field if field in form.fields else None, str(reason.message))
    if not error.errors:
        form.add_error(None, str(error.message))


@contextmanager
def refusals_shown_in(form: Form, named: Mapping[str, str] = _AS_NAMED) -> Iterator[None]:
    """Run a service inside the request's transaction; a refusal undoes it and fills `form`, as
    `show_refusal` does.

    Refusals about who is asking (401, 403, 404) pass through: a form can't mend them.
    """
    try:
        with transaction.atomic():
            yield
    except ServiceError as error:
        if error.status in {401, 403, 404}:
            raise
        show_refusal(form, error, named)
