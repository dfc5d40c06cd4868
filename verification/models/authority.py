"""The review bodies that submissions go to, and which one takes what. Data that staff keep."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.states import known_values


class AdapterKind(models.TextChoices):
    """How an authority is spoken to."""

    SIMULATED = "simulated", _("Simulated, inside this system")
    HTTP = "http", _("HTTP")


class Authority(models.Model):
    """One review body: how it is reached, whether we send to it, how it has been lately.

    Belongs to the registrar, not to an account: work in an account's name reaches it through
    `context.for_the_registrar`. Secrets are sealed; those with `_before` still count while the
    other side changes over.
    """

    code = models.SlugField(_("code"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=64)
    adapter = models.CharField(_("spoken to by"), max_length=16, choices=AdapterKind.choices)
    base_url = models.URLField(_("base address"), max_length=255, blank=True)
    # Ours, with which we sign what we send; theirs, with which they sign callbacks.
    key_id = models.CharField(_("our key's id"), max_length=64, blank=True)
    secret = EncryptedTextField(_("our secret"), blank=True, default="")
    callback_key_id = models.CharField(_("their key's id"), max_length=64, blank=True)
    callback_secret = EncryptedTextField(_("their secret"), blank=True, default="")
    callback_secret_before = EncryptedTextField(_("their secret before"), blank=True, default="")
    # Seconds for one call, pictures included.
    timeout = models.PositiveSmallIntegerField(_("time-out in seconds"), default=20)

    paused_at = models.DateTimeField(_("paused"), null=True, blank=True)
    paused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pause_reason = models.CharField(_("why it is paused"), max_length=200, blank=True)

    # The circuit: failures in a row, and until when nobody calls.
    failures = models.PositiveIntegerField(default=0)
    open_until = models.DateTimeField(null=True, blank=True)
    last_ok_at = models.DateTimeField(_("last answer"), null=True, blank=True)
    last_error_at = models.DateTimeField(_("last trouble"), null=True, blank=True)
    # A kind, never text of theirs: timeout, refused, status_500, garbage, signature …
    last_error = models.CharField(max_length=40, blank=True)

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects: ClassVar[models.Manager["Authority"]] = models.Manager()

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        permissions = [
            ("manage_authorities", "Can add, change, pause and try authorities and their choice")
        ]
        constraints = [
            known_values("adapter", AdapterKind.values, name="authority_adapter_known"),
        ]

    def __str__(self) -> str:
        return self.name


class AuthorityRoute(models.Model):
    """Which authority takes the submissions of a suffix and a profile; "" stands for any.

    The most exact one counts: suffix and profile, suffix, profile, any.
    """

    suffix = models.CharField(_("suffix"), max_length=64, blank=True)
    profile = models.CharField(_("profile"), max_length=32, blank=True)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="routes")

    objects: ClassVar[models.Manager["AuthorityRoute"]] = models.Manager()

    class Meta:
        verbose_name = _("choice of authority")
        verbose_name_plural = _("choices of authority")
        constraints = [
            models.UniqueConstraint(fields=["suffix", "profile"], name="one_route_per_case"),
        ]

    def __str__(self) -> str:
        return f"{self.suffix or '*'} · {self.profile or '*'}"
