"""Faults on request, for the simulated systems outside: each is shown as often as it was asked
for, then it is over."""

from django.db import models, transaction


class FaultKind(models.TextChoices):
    NO_ANSWER = "no_answer"  # the call fails, nothing was taken
    LOST_ANSWER = "lost_answer"  # the request was taken, the answer got lost
    SLOW = "slow"  # the judgement takes far longer than usual
    DOUBLE = "double"  # every message comes twice
    GARBAGE = "garbage"  # an answer that means nothing


class Fault(models.Model):
    """A fault to show the next `remaining` times, for tests and drills; one table per system."""

    kind = models.CharField(max_length=16, choices=FaultKind.choices)
    remaining = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind} x{self.remaining}"

    @classmethod
    def inject(cls, kind: str, *, times: int = 1) -> None:
        """Let the system show the fault the next `times` times. ValueError: no such fault."""
        cls._default_manager.create(kind=FaultKind(kind), remaining=times)

    @classmethod
    def strikes(cls, kind: FaultKind) -> bool:
        """Whether the fault shows now; uses one of its times up."""
        waiting = cls._default_manager.filter(kind=kind, remaining__gt=0)
        with transaction.atomic():
            fault = waiting.select_for_update(skip_locked=True).order_by("pk").first()
            if fault is None:
                return False
            fault.remaining -= 1
            fault.save(update_fields=["remaining"])
            return True
