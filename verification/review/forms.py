"""What a reviewer types."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from verification.services.decision_rows import ReasonAt

from .reason_choices import review_reasons

MOST_NOTE = 1000
# More places of one reason, or longer ones, nobody types.
_MOST_PLACES = 20
_LONGEST = 64


class RefusalForm(forms.Form):
    """One or more reasons with their places, a note to the user, one that stays with staff.

    The places of a reason are two lists of the same length, `picture_<code>` and `field_<code>`.
    """

    reason_codes = forms.MultipleChoiceField(
        label=_("Reasons"),
        error_messages={"required": _("Choose at least one reason.")},
    )
    note_to_user = forms.CharField(
        label=_("Note to the user"),
        help_text=_("The user reads it with the reasons. No personal data."),
        required=False,
        max_length=MOST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    note_to_staff = forms.CharField(
        label=_("Note for staff only"),
        help_text=_("Never shown to the user."),
        required=False,
        max_length=MOST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.typed = data if data is not None else QueryDict()
        codes = [(code, code) for code in review_reasons()]
        self.fields["reason_codes"].choices = codes  # type: ignore[attr-defined]

    def unchecked(self) -> "RefusalForm":
        """The same as typed, without judging it: it is not sent yet."""
        again = RefusalForm(initial={name: self.typed.get(name, "") for name in _NOTES})
        again.typed = self.typed
        return again

    @property
    def chosen(self) -> list[str]:
        return self.typed.getlist("reason_codes")

    def places(self, code: str) -> list[tuple[str, str]]:
        """(picture, field) as typed, ("", "") for the whole."""
        pictures = self.typed.getlist(f"picture_{code}")[:_MOST_PLACES]
        fields = self.typed.getlist(f"field_{code}")[:_MOST_PLACES]
        length = max(len(pictures), len(fields))
        padded = ([*found, *[""] * (length - len(found))] for found in (pictures, fields))
        return [(one[:_LONGEST], other[:_LONGEST]) for one, other in zip(*padded, strict=True)]

    def reasons(self) -> list[ReasonAt]:
        """Everything that was chosen, as a service takes it."""
        return [
            ReasonAt(code, picture, field)
            for code in self.chosen
            for picture, field in self.places(code) or [("", "")]
        ]

    def decision(self) -> dict[str, Any]:
        """The arguments of `fail_submission`, of a valid form."""
        return {"reasons": self.reasons()} | {name: self.cleaned_data[name] for name in _NOTES}


_NOTES = ("note_to_user", "note_to_staff")
