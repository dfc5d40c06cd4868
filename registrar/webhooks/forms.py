"""Forms of the webhooks' pages. They shape input; services decide."""

import datetime as dt
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from registrar.moments import FIRST_DAY, LAST_DAY, moment

from .checks import MAX_DESCRIPTION
from .event_choices import Family, families, known_choices
from .places import MAX_LENGTH
from .services.replaying import MISSED, USUAL
from .states import DeliveryState
from .subscriptions import EVERYTHING


class EndpointForm(forms.Form):
    use_required_attribute = False

    url = forms.CharField(
        label=_("Address"),
        max_length=MAX_LENGTH,
        help_text=_("Where events are sent by POST, such as https://example.com/hooks."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    description = forms.CharField(
        label=_("Description"),
        max_length=MAX_DESCRIPTION,
        required=False,
        help_text=_("What receives them, such as “order system”."),
    )
    # Drawn by webhooks/parts/events.html, family by family.
    event_types = forms.MultipleChoiceField(
        label=_("Events"),
        choices=known_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one kind of event.")},
    )

    def _chosen(self) -> list[str]:
        return list(self["event_types"].value() or ())

    @property
    def families(self) -> list[Family]:
        return families(self._chosen())

    @property
    def everything(self) -> bool:
        return EVERYTHING in self._chosen()


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
        error_messages={"invalid": _("Enter the date as 2026-11-22.")},
    )


_REPLAYED = {
    DeliveryState.FAILED: _("what failed"),
    DeliveryState.DROPPED: _("what was dropped when the webhook was disabled"),
    MISSED: _("what happened while it was disabled, or had not chosen the event"),
    DeliveryState.DELIVERED: _("what was delivered, once more"),
}


class ReplayForm(forms.Form):
    """A span of whole days."""

    use_required_attribute = False

    since = _day(_("From"))
    until = _day(_("Until"))
    states = forms.MultipleChoiceField(
        label=_("Send again"),
        choices=[(state, _REPLAYED[state]) for state in (*USUAL, DeliveryState.DELIVERED)],
        initial=list(USUAL),
        widget=forms.CheckboxSelectMultiple,
    )

    def span(self) -> tuple[dt.datetime, dt.datetime]:
        """From the beginning of the first day to the end of the last."""
        since = moment(self.cleaned_data["since"].isoformat(), field="since")
        until = moment(self.cleaned_data["until"].isoformat(), field="until", end=True)
        assert since is not None and until is not None  # noqa: S101, PT018 - both fields are required
        return since, until
