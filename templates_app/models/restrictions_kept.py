"""What is kept beside the lists: who changed them, and files that wait to be taken over."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.crypto.fields import EncryptedTextField


class ListName(models.TextChoices):
    SUBJECTS = "subjects", _("Restricted subjects")
    WORDS = "words", _("Restricted words")
    ALLOWED = "allowed", _("Allowed names")


class Change(models.TextChoices):
    ADDED = "added", _("Added")
    EDITED = "edited", _("Edited")
    REMOVED = "removed", _("Removed")
    IMPORTED = "imported", _("Imported from a file")
    BARRED = "barred", _("Info templates disabled")


class RestrictionChange(models.Model):
    """One change of a list: who, what, when, before and after. The database refuses to alter
    or delete it, which Django's own admin log would let happen; the operation log is no place
    for it, being kept account by account. `entry_id` is empty for an import."""

    list_name = models.CharField(_("list"), max_length=16, choices=ListName.choices)
    entry_id = models.BigIntegerField(null=True)
    action = models.CharField(_("action"), max_length=16, choices=Change.choices)
    actor_label = models.CharField(_("by"), max_length=128)
    actor_id = models.BigIntegerField(null=True)
    occurred_at = models.DateTimeField(_("time"), auto_now_add=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    ip = models.CharField(_("address"), max_length=45, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("change of a list")
        verbose_name_plural = _("changes of the lists")
        indexes = [
            models.Index(fields=["list_name", "entry_id", "-id"], name="change_of_entry"),
        ]

    def __str__(self) -> str:
        return f"{self.get_list_name_display()} · {self.get_action_display()}"


class RestrictionImport(models.Model):
    """A CSV file that was looked through and waits for its upload to be confirmed by the same
    person. Sealed, because it may hold document numbers; it goes when it is used, or when
    somebody uploads another one a day later."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    list_name = models.CharField(max_length=16, choices=ListName.choices)
    content = EncryptedTextField()
    user_id = models.BigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_list_name_display()} · {self.uid}"
