"""What a reviewer types."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .reason_choices import review_reasons


class RefusalForm(forms.Form):
    """One or more reasons, a note to the user, a note that stays with staff."""

    reason_codes = forms.MultipleChoiceField(
        label=_("Reasons"),
        error_messages={"required": _("Choose at least one reason.")},
    )
    note_to_user = forms.CharField(
        label=_("Note to the user"),
        help_text=_("The user reads it with the reasons. No personal data."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    note_to_staff = forms.CharField(
        label=_("Note for staff only"),
        help_text=_("Never shown to the user."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [(code, code) for code in review_reasons()]
        self.fields["reason_codes"].choices = codes  # type: ignore[attr-defined]
