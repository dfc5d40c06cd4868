"""Forms of the lists. Any text is taken; `cleaning` judges it, as it does files."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registrar.errors import InvalidInput
from templates_app.models.restrictions import MAX_NAME, MAX_NOTE
from templates_app.models.restrictions_kept import ListName
from templates_app.models.template import HolderType
from templates_app.rules.restrictions import SUBJECT_CAUSES, WORD_KINDS
from templates_app.rules.restrictions.causes import CAUSE_NAMES
from templates_app.rules.restrictions.words import MAX_WORD


class EntryForm(forms.Form):
    """One entry of a list."""

    use_required_attribute = False
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For staff only: where it comes from, a file number."),
    )
    field_order: list[str] = []

    def typed(self) -> dict[str, str]:
        """What was typed, as the services take it. The form must have been cleaned."""
        return {name: _as_text(self.cleaned_data.get(name)) for name in self.fields}

    def add_refusal(self, refusal: InvalidInput) -> None:
        for error in refusal.errors:
            self.add_error(error.field if error.field in self.fields else None, str(error.message))


class SubjectForm(EntryForm):
    cause = forms.ChoiceField(
        label=_("Cause"), choices=[(cause.value, CAUSE_NAMES[cause]) for cause in SUBJECT_CAUSES]
    )
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=MAX_NAME,
        help_text=_(
            "The whole name. Spaces, width, case and traditional characters make no difference."
        ),
    )
    number = forms.CharField(
        label=_("Document number"),
        required=False,
        max_length=64,
        help_text=_(
            "Kept encrypted. A person listed with a number is met by the number only: namesakes "
            "are not refused."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    holder_type = forms.ChoiceField(
        label=_("Holder type"), required=False, choices=[("", _("Either")), *HolderType.choices]
    )
    valid_from = forms.CharField(
        label=_("Counts from"), required=False, widget=forms.TextInput(attrs={"type": "date"})
    )
    valid_until = forms.CharField(
        label=_("Counts until"),
        required=False,
        widget=forms.TextInput(attrs={"type": "date"}),
        help_text=_("Its last day, if it is known: the user is told."),
    )
    field_order = ["cause", "name", "number", "holder_type", "valid_from", "valid_until", "note"]


class WordForm(EntryForm):
    word = forms.CharField(
        label=_("Word"),
        max_length=MAX_WORD,
        help_text=_(
            "Chinese words count wherever they stand, Latin ones in a domain name too; in other "
            "names a Latin word must stand by itself."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(kind.value, CAUSE_NAMES[kind]) for kind in WORD_KINDS]
    )
    in_holder_names = forms.BooleanField(label=_("In holders' names"), required=False)
    in_contact_names = forms.BooleanField(label=_("In contacts' names"), required=False)
    in_domain_names = forms.BooleanField(label=_("In domain names"), required=False)
    field_order = ["word", "kind", "in_holder_names", "in_contact_names", "in_domain_names", "note"]


class AllowedForm(EntryForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=MAX_NAME,
        help_text=_(
            "A whole name that may hold restricted words, because its bearer does by right. "
            "Domain names without their suffix."
        ),
    )
    field_order = ["name", "note"]


class UploadForm(forms.Form):
    """A CSV file."""

    file = forms.FileField(
        label=_("CSV file"), widget=forms.FileInput(attrs={"accept": ".csv,text/csv"})
    )


FORMS: Mapping[str, type[EntryForm]] = {
    ListName.SUBJECTS.value: SubjectForm,
    ListName.WORDS.value: WordForm,
    ListName.ALLOWED.value: AllowedForm,
}
NEW: Mapping[str, dict[str, Any]] = {
    ListName.SUBJECTS.value: {},
    ListName.WORDS.value: dict.fromkeys(
        ("in_holder_names", "in_contact_names", "in_domain_names"), True
    ),
    ListName.ALLOWED.value: {},
}


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
