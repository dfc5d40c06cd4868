"""Many rows from one that was made as usual."""

from collections.abc import Mapping

from django.db import connection
from django.db.models import Model


def copy_row(model: type[Model], pk: int, count: int, changed: Mapping[str, str]) -> None:
    """`count` copies of a row, numbered n; `changed` holds SQL of our own for columns."""
    own = {"uid": "gen_random_uuid()"} | dict(changed)
    columns = [
        field.column
        for field in model._meta.concrete_fields
        if not field.primary_key and not field.generated
    ]
    table = model._meta.db_table
    values = ", ".join(own.get(column, f'"{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) SELECT {values} FROM {table},"
            f" generate_series(1, {count}) AS n WHERE {table}.id = {pk}"
        )
