from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, FSMModelMixin, transition

from registrar.tenancy.models import TenantModel
from registrar.tenancy.states import known_values

from .kinds import Topic
from .states import MailState
from .texts import NoticeText, text_of

_MAIL = MailState


class Notice(FSMModelMixin, TenantModel):
    """That one member of an account is told one thing, in the console and by mail.

    Written by registrar.notices.services and .mailing only. Holds no words: they come from
    `kind` and `params` when somebody reads. `key` says what it is about, so that it is told
    once. A member who wants neither console nor mail still has the row, for the same reason.
    """

    id_prefix: ClassVar[str] = "note"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    kind = models.CharField(_("kind"), max_length=64)
    topic = models.CharField(_("topic"), max_length=16, choices=Topic.choices)
    params = models.JSONField(default=dict, blank=True)
    url = models.CharField(_("page in the console"), max_length=500)
    key = models.CharField(max_length=300)
    in_console = models.BooleanField(_("in the console"), default=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    mail = FSMField(_("mail"), default=_MAIL.NOT_WANTED, choices=_MAIL.choices, protected=True)
    # The sweep's work list; null where nothing is to be sent (any more).
    due_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "user", "kind", "key"], name="notice_told_once"
            ),
            known_values("topic", Topic.values, name="notice_topic_known"),
            known_values("mail", _MAIL.values, name="notice_mail_known"),
            models.CheckConstraint(
                condition=models.Q(mail=_MAIL.WAITING, due_at__isnull=False)
                | (~models.Q(mail=_MAIL.WAITING) & models.Q(due_at__isnull=True)),
                name="notice_due_while_waiting",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account", "user", "-id"],
                condition=models.Q(in_console=True),
                name="notice_newest",
            ),
            models.Index(
                fields=["account", "user", "-id"],
                condition=models.Q(in_console=True, read_at__isnull=True),
                name="notice_unread",
            ),
            models.Index(
                fields=["due_at"], condition=models.Q(due_at__isnull=False), name="notice_due"
            ),
        ]

    def __str__(self) -> str:
        return self.words.title

    @property
    def words(self) -> NoticeText:
        return text_of(self.kind, self.params)

    @transition(field=mail, source=_MAIL.WAITING, target=_MAIL.SENT)
    def note_sent(self) -> None: ...

    @transition(field=mail, source=_MAIL.WAITING, target=_MAIL.DROPPED)
    def drop_mail(self) -> None: ...

    @transition(field=mail, source=_MAIL.WAITING, target=_MAIL.GIVEN_UP)
    def give_mail_up(self) -> None: ...


class NoticePreference(TenantModel):
    """Where a member of an account wants to be told about a topic; both without a row."""

    id_prefix: ClassVar[str] = "npref"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=16, choices=Topic.choices)
    in_console = models.BooleanField(default=True)
    by_mail = models.BooleanField(default=True)

    class Meta(TenantModel.Meta):
        verbose_name = _("notice preference")
        verbose_name_plural = _("notice preferences")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "user", "topic"], name="one_notice_preference_each"
            ),
            known_values("topic", Topic.values, name="notice_preference_topic_known"),
            models.CheckConstraint(
                condition=models.Q(in_console=False) | models.Q(by_mail=False),
                name="notice_preference_differs",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_topic_display())
