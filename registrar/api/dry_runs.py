"""`?dry_run=true`: the same checks and the same answer, and nothing changed."""

from collections.abc import Callable

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from registrar.errors import FieldError, InvalidInput

from .parameters import DRY_RUN

DRY_RUN_HEADER = "Dry-Run"
_VALUES = {"true": True, "false": False}


def dry_run_of(request: Request) -> bool:
    """Whether this is a dry run; InvalidInput for anything but one `true` or `false`."""
    given = request.query_params.getlist(DRY_RUN)
    if not given:
        return False
    if len(given) > 1 or given[0] not in _VALUES:
        message = _("Allowed values: %(values)s.") % {"values": ", ".join(_VALUES)}
        raise InvalidInput(errors=[FieldError(DRY_RUN, "invalid_choice", message)])
    return _VALUES[given[0]]


def rehearse(run: Callable[[], Response]) -> Response:
    """The answer of `run`, whose work in the database is undone.

    Constraints that wait for the end of a transaction are asked before; what waits for its
    commit never happens. Views that speak to something outside ask `self.dry_run` themselves.
    """
    with transaction.atomic():
        response = run()
        connection.check_constraints()
        transaction.set_rollback(True)
    return response
