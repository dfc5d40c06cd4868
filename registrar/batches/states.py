"""States of a batch and of its items."""

from django.db import models
from django.utils.translation import pgettext_lazy


class BatchState(models.TextChoices):
    RUNNING = "running", pgettext_lazy("batch", "Running")
    DONE = "done", pgettext_lazy("batch", "Done")
    CANCELLED = "cancelled", pgettext_lazy("batch", "Cancelled")


class ItemState(models.TextChoices):
    """An item is carried out in one transaction, so that none is ever seen half done.

    `refused` is for good. `failed` came of something that passes, and may be tried again.
    """

    WAITING = "waiting", pgettext_lazy("item of a batch", "Waiting its turn")
    DONE = "done", pgettext_lazy("item of a batch", "Taken")
    REFUSED = "refused", pgettext_lazy("item of a batch", "Refused")
    FAILED = "failed", pgettext_lazy("item of a batch", "Failed, can be tried again")
    CANCELLED = "cancelled", pgettext_lazy("item of a batch", "Let go")


# What a resumed batch tries again.
RESUMABLE = (ItemState.FAILED, ItemState.CANCELLED)
