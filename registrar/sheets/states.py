"""States of an import and of its rows; the values are stable API words."""

from django.db import models
from django.utils.translation import pgettext_lazy


class ImportState(models.TextChoices):
    READING = "reading", pgettext_lazy("import", "Being read")
    PREVIEW = "preview", pgettext_lazy("import", "To be confirmed")
    APPLYING = "applying", pgettext_lazy("import", "Being carried out")
    DONE = "done", pgettext_lazy("import", "Done")
    CANCELLED = "cancelled", pgettext_lazy("import", "Cancelled")
    FAILED = "failed", pgettext_lazy("import", "Could not be read")


class RowState(models.TextChoices):
    """A row is carried out in one transaction, so that none is ever seen half done."""

    READ = "read", pgettext_lazy("row of an import", "Not looked at yet")
    READY = "ready", pgettext_lazy("row of an import", "Ready")
    UNCHANGED = "unchanged", pgettext_lazy("row of an import", "Changes nothing")
    DUPLICATE = "duplicate", pgettext_lazy("row of an import", "There already")
    WRONG = "wrong", pgettext_lazy("row of an import", "Wrong")
    QUEUED = "queued", pgettext_lazy("row of an import", "Waiting its turn")
    DONE = "done", pgettext_lazy("row of an import", "Carried out")
    REFUSED = "refused", pgettext_lazy("row of an import", "Refused")
    SKIPPED = "skipped", pgettext_lazy("row of an import", "Left out")


WORKING = (ImportState.READING, ImportState.APPLYING)
ENDED = (ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)
# What a row may be once it was looked at.
LOOKED_AT = (RowState.READY, RowState.UNCHANGED, RowState.DUPLICATE, RowState.WRONG)
# Rows that a report hands back for correction.
IN_ERROR = (RowState.WRONG, RowState.REFUSED)
