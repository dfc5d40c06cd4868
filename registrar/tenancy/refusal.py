"""No process talks to the database as a role that the fence would not hold.

The system check tells whoever runs `check` or `migrate`; web servers and workers run neither,
so that every process asks once, at its first connection.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import BaseDatabaseWrapper

from .checks import find_faults

_held: set[tuple[str, str, str]] = set()


def refuse_unfenced_role(*, connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    """Close a new connection and raise ImproperlyConfigured where row-level security is no fence.

    One query per process, database and role.
    """
    place = connection.settings_dict
    key = (str(place["HOST"]), str(place["NAME"]), str(place["USER"]))
    if connection.vendor != "postgresql" or key in _held:
        return
    with connection.cursor() as cursor:
        faults = find_faults(cursor)
    if faults:
        connection.close()
        raise ImproperlyConfigured(" ".join(f"{fault.msg} {fault.hint}" for fault in faults))
    _held.add(key)
