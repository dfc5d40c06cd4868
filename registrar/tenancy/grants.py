"""After every migrate: staff may use all tables (their policies say which rows)."""

from typing import Any

from django.db import connections

from .roles import STAFF_ROLE


def grant_to_staff(*, using: str, **_kwargs: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {STAFF_ROLE}")
        cursor.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {STAFF_ROLE}"
        )
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {STAFF_ROLE}")
