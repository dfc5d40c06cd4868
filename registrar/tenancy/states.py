"""What state fields share: the declared values again as a database constraint."""

from collections.abc import Iterable

from django.db import models


def known_values(field: str, values: Iterable[str], *, name: str) -> models.CheckConstraint:
    """A CHECK that repeats the values that the state machine allows."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": list(values)}), name=name)
