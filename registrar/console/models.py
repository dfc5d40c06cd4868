from django.db import models


class Heartbeat(models.Model):
    """When a part of the system was last heard; one row each, no tenant data."""

    name = models.CharField(max_length=32, primary_key=True)
    heard_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
