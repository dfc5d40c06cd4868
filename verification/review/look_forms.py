"""Why somebody wants to see what is hidden."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .look_reasons import MAX_OWN_WORDS, NUMBER_REASONS, OTHER, PICTURE_REASONS


class ReasonForm(forms.Form):
    """One of `choices`, or "other" with the person's own words. `why`: what the log keeps."""

    choices: Mapping[str, str | Promise] = {}

    reason = forms.ChoiceField(
        error_messages={
            "required": _("Say why you need to see it."),
            "invalid_choice": _("Choose one of these reasons."),
        }
    )
    text = forms.CharField(
        label=_("Another reason"),
        required=False,
        max_length=MAX_OWN_WORDS,
        error_messages={"max_length": _("A short reason will do.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [*self.choices.items(), (OTHER, OTHER)]
        self.fields["reason"].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if found.get("reason") == OTHER and not found.get("text"):
            self.add_error("text", _("Say in a few words why you need to see it."))
        return found

    @property
    def why(self) -> str:
        """Of a valid form."""
        reason: str = self.cleaned_data["reason"]
        return str(self.cleaned_data["text"]) if reason == OTHER else reason

    @property
    def error(self) -> str:
        """The first thing that is wrong with it."""
        return next((str(each) for errors in self.errors.values() for each in errors), "")


class RevealForm(ReasonForm):
    choices = NUMBER_REASONS


class LookForm(ReasonForm):
    choices = PICTURE_REASONS
