"""The simulated registry's own tables. No account owns them; nothing else reads them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from registrar.faults import Fault


class SimulatedObject(models.Model):
    """A domain as the registry holds it."""

    name = models.CharField(max_length=253, unique=True)
    registrant_name = models.CharField(max_length=64)
    registrant = models.JSONField(default=dict)
    contact = models.JSONField(default=dict)
    epp_statuses = ArrayField(models.CharField(max_length=32), default=list)
    # Set when a verified registrant was reported: the hold goes at that time.
    hold_lifts_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "domains"

    def __str__(self) -> str:
        return self.name


class SimulatedRequest(models.Model):
    """A request that the registry took, and its judgement once there is one."""

    transaction_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=253)
    body = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    answer_at = models.DateTimeField()
    state = models.CharField(max_length=16, default="pending")
    raw_messages = ArrayField(models.CharField(max_length=500), default=list)

    class Meta:
        app_label = "domains"

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class SimulatedFault(Fault):
    """A fault that the registry is to show."""

    class Meta:
        app_label = "domains"
