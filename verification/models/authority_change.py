from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.tenancy.states import known_values


class ChangedThing(models.TextChoices):
    AUTHORITY = "authority", _("Authority")
    ROUTE = "route", _("Choice of authority")


class AuthorityAction(models.TextChoices):
    """What staff did. TRIED: asked the authority for a sign of life."""

    ADDED = "added", _("Added")
    EDITED = "edited", _("Edited")
    REMOVED = "removed", _("Removed")
    SECRET_DROPPED = "secret_dropped", _("Old secret dropped")
    PAUSED = "paused", _("Paused")
    RESUMED = "resumed", _("Resumed")
    TRIED = "tried", _("Tried")


class AuthorityChange(models.Model):
    """One change of an authority or of a route: who, what, when, before and after.

    Never holds a secret, only that it changed. The database refuses to alter or delete it; the
    operation log is no place for it, being kept account by account.
    """

    about = models.CharField(_("about"), max_length=16, choices=ChangedThing.choices)
    object_id = models.BigIntegerField()
    object_label = models.CharField(_("entry"), max_length=128)
    action = models.CharField(_("action"), max_length=16, choices=AuthorityAction.choices)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    actor_label = models.CharField(_("by"), max_length=128)
    actor_id = models.BigIntegerField(null=True)
    occurred_at = models.DateTimeField(_("time"), auto_now_add=True)
    before = models.JSONField(_("before"), default=dict)
    after = models.JSONField(_("after"), default=dict)
    ip = models.CharField(_("address"), max_length=45, blank=True)
    request_id = models.CharField(_("request"), max_length=64, blank=True)

    objects: ClassVar[models.Manager["AuthorityChange"]] = models.Manager()

    class Meta:
        verbose_name = _("change of an authority")
        verbose_name_plural = _("changes of authorities")
        constraints = [
            known_values("about", ChangedThing.values, name="authority_change_about_known"),
            known_values("action", AuthorityAction.values, name="authority_change_known"),
        ]
        indexes = [
            models.Index(fields=["about", "object_id", "-id"], name="change_of_authority"),
        ]

    def __str__(self) -> str:
        return f"{self.object_label} · {self.get_action_display()}"
