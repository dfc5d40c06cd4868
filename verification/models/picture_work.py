from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.models import TenantModel


class PictureWork(TenantModel):
    """A row that workers of the queue of pictures take in turn (services.picture_queue)."""

    # Since when somebody waits for it: patience is counted from here (verification.prepared).
    wanted_at = models.DateTimeField(_("wanted"), default=timezone.now)
    # Taken without a result: by crashes and errors of the worker, which count towards giving up.
    attempts = models.PositiveSmallIntegerField(default=0)
    # Failures that are not the picture's (storage, models missing): they only make for pauses.
    troubles = models.PositiveSmallIntegerField(default=0)
    # When a worker may take it; null when nothing is to be done.
    due_at = models.DateTimeField(null=True, blank=True)
    # When a worker took it last: whose account was served lately waits for the others.
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta(TenantModel.Meta):
        abstract = True
