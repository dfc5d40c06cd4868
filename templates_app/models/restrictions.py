"""The registrar's lists: whose names and which words are refused (seed 002).

They belong to no account. The database shows and gives them to staff only; customers' sessions
learn what meets their own question, by two functions (migration 0004). Written by
`templates_app.restrictions.services` only. What is removed stays, marked: it explains what was
refused while it counted.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from registrar.crypto.fields import EncryptedTextField
from registrar.tenancy.states import known_values
from templates_app.rules.restrictions import SUBJECT_CAUSES, WORD_KINDS
from templates_app.rules.restrictions.causes import CAUSE_NAMES
from templates_app.rules.restrictions.fold import MAX_LENGTH
from templates_app.rules.restrictions.words import MAX_WORD

from .template import HolderType

_IN_FORCE = Q(removed_at__isnull=True)
MAX_NAME = 128
MAX_NOTE = 500


class Entry(models.Model):
    """What every list keeps of an entry. `added_by` is the staff member as the log calls them;
    who did what since is in RestrictionChange."""

    note = models.TextField(_("note"), blank=True, max_length=MAX_NOTE)
    added_by = models.CharField(_("added by"), max_length=128)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)

    class Meta:
        abstract = True


class RestrictedSubject(Entry):
    """A person or organisation that may not hold a domain, by name, document number or both.

    The number is sealed, so that it can be indexed anew when the key changes; pages show
    `number_masked`. `valid_from` and `valid_until` are the first and last day on which the entry
    counts, open where empty (proceedings end).
    """

    cause = models.CharField(
        _("cause"),
        max_length=24,
        choices=[(cause.value, CAUSE_NAMES[cause]) for cause in SUBJECT_CAUSES],
    )
    name = models.CharField(_("name"), max_length=MAX_NAME, blank=True)
    name_key = models.CharField(max_length=MAX_LENGTH, blank=True)
    holder_type = models.CharField(
        _("holder type"), max_length=16, choices=HolderType.choices, blank=True
    )
    document_number = EncryptedTextField(_("document number"), null=True, blank=True)
    number_masked = models.CharField(_("document number"), max_length=64, blank=True)
    number_index = models.CharField(max_length=64, blank=True)
    valid_from = models.DateField(_("counts from"), null=True, blank=True)
    valid_until = models.DateField(_("counts until"), null=True, blank=True)

    class Meta:
        verbose_name = _("restricted subject")
        verbose_name_plural = _("restricted subjects")
        permissions = [
            ("manage_restrictions", "Can keep the lists of restricted subjects and words")
        ]
        constraints = [
            known_values("cause", [c.value for c in SUBJECT_CAUSES], name="subject_cause_known"),
            models.CheckConstraint(
                condition=~Q(name_key="") | ~Q(number_index=""), name="subject_can_be_met"
            ),
            models.UniqueConstraint(
                fields=["name_key", "number_index", "cause"],
                condition=_IN_FORCE,
                name="subject_listed_once",
            ),
        ]
        indexes = [
            models.Index(fields=["number_index"], condition=_IN_FORCE, name="subject_by_number"),
        ]

    def __str__(self) -> str:
        return self.name or self.number_masked


class RestrictedWord(Entry):
    """A word that no name may hold, and in which kinds of names it is looked for."""

    word = models.CharField(_("word"), max_length=MAX_WORD)
    key = models.CharField(max_length=MAX_WORD)
    kind = models.CharField(
        _("kind"), max_length=16, choices=[(kind.value, CAUSE_NAMES[kind]) for kind in WORD_KINDS]
    )
    in_holder_names = models.BooleanField(_("in holders' names"), default=True)
    in_contact_names = models.BooleanField(_("in contacts' names"), default=True)
    in_domain_names = models.BooleanField(_("in domain names"), default=True)

    class Meta:
        verbose_name = _("restricted word")
        verbose_name_plural = _("restricted words")
        constraints = [
            known_values("kind", [kind.value for kind in WORD_KINDS], name="word_kind_known"),
            models.CheckConstraint(condition=~Q(key=""), name="word_can_be_met"),
            models.UniqueConstraint(fields=["key"], condition=_IN_FORCE, name="word_listed_once"),
        ]

    def __str__(self) -> str:
        return self.word


class AllowedName(Entry):
    """A whole name that may hold restricted words, because its bearer does by right: a state
    body, a company registered under it. A domain's name is allowed without its suffix."""

    name = models.CharField(_("name"), max_length=MAX_NAME)
    key = models.CharField(max_length=MAX_LENGTH)

    class Meta:
        verbose_name = _("allowed name")
        verbose_name_plural = _("allowed names")
        constraints = [
            models.CheckConstraint(condition=~Q(key=""), name="allowed_name_can_be_met"),
            models.UniqueConstraint(
                fields=["key"], condition=_IN_FORCE, name="allowed_name_listed_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name
