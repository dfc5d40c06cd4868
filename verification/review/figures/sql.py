"""What Django's ORM has no words for."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Aggregate,
    DateField,
    F,
    FloatField,
    Func,
    IntegerField,
    Value,
)
from django.db.models.functions import Trunc

from .period import Step

# Upper ends of the distribution's groups, in hours; the last group is open.
WAIT_EDGES = (1, 4, 8, 24, 48, 72)


class Percentiles(Aggregate):
    """[median, 90th percentile] of numbers, interpolated; rows with NULL don't count."""

    template = "percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field: ClassVar[Any] = ArrayField(FloatField())


class WaitGroup(Func):
    """0 for the first group of WAIT_EDGES, up to len(WAIT_EDGES)."""

    function = "width_bucket"
    output_field: ClassVar[Any] = IntegerField()

    def __init__(self, hours: Any) -> None:
        edges = Func(
            *(Value(float(edge)) for edge in WAIT_EDGES),
            function="",
            template="ARRAY[%(expressions)s]::float8[]",
            output_field=ArrayField(FloatField()),
        )
        super().__init__(hours, edges)


def seconds_between(since: str, until: str) -> Any:
    """Seconds from `since` to `until`, with fractions; NULL where one is missing."""
    from_until = F(until) - F(since)
    return Func(
        from_until,
        function="extract",
        template="extract(epoch FROM %(expressions)s)::float8",
        output_field=FloatField(),
    )


def first_day(moment: str, step: Step) -> Any:
    """The first day of the step that `moment` lies in, by the current time zone."""
    return Trunc(moment, step.value, output_field=DateField())
