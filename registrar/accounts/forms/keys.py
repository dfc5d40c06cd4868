"""Forms about API keys. They shape input; services decide."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import SCOPES, Permission
from registrar.accounts.scope_texts import SCOPE_TEXTS
from registrar.tenancy.actor import Actor

_LASTS = [
    ("30", _("in 30 days")),
    ("90", _("in 90 days")),
    ("365", _("in a year")),
    ("", _("never")),
]
_AS_IT_IS = "as_it_is"


class KeyForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=64, help_text=_("What uses the key, such as “renewal script”.")
    )
    scopes = forms.MultipleChoiceField(label=_("Scopes"), widget=forms.CheckboxSelectMultiple)
    networks = forms.CharField(
        label=_("Allowed networks"),
        required=False,
        max_length=2000,
        help_text=_("One a line, such as 192.0.2.0/24 or 2001:db8::/32. Empty: from anywhere."),
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "autocapitalize": "off"}),
    )
    lasts = forms.ChoiceField(label=_("Expires"), initial="365", choices=_LASTS, required=False)

    def __init__(self, *args: Any, actor: Actor, held: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = _offered(actor, held)  # type: ignore[attr-defined]

    def asked(self) -> dict[str, Any]:
        """What the services that make or change a key are told."""
        asked = {name: self.cleaned_data[name] for name in ("name", "scopes")}
        asked["networks"] = self.cleaned_data["networks"].replace(",", " ").split()
        lasts = self.cleaned_data["lasts"]
        if lasts != _AS_IT_IS:
            days = dt.timedelta(days=int(lasts)) if lasts else None
            asked["expires_at"] = timezone.now() + days if days else None
        return asked


class ChangeKeyForm(KeyForm):
    lasts = forms.ChoiceField(
        label=_("Expires"),
        initial=_AS_IT_IS,
        choices=[(_AS_IT_IS, _("as it is")), *_LASTS],
        required=False,
    )


class RotateForm(forms.Form):
    overlap = forms.ChoiceField(
        label=_("The old key goes on working"),
        initial="24",
        choices=[
            ("0", _("not at all")),
            ("1", _("for an hour")),
            ("24", _("for a day")),
            ("72", _("for three days")),
            ("168", _("for a week")),
        ],
        help_text=_("Until then both work: put the new one in place meanwhile."),
    )

    def time(self) -> dt.timedelta:
        return dt.timedelta(hours=int(self.cleaned_data["overlap"]))


def as_typed(key: ApiKey) -> dict[str, Any]:
    """A key as the form for changing it shows it first."""
    return {"name": key.name, "scopes": key.scopes, "networks": "\n".join(key.networks)}


def _offered(actor: Actor, held: Iterable[str]) -> list[tuple[str, Any]]:
    """The scopes that `actor` may give, `sensitive` after a code, and those that are there."""
    offered = actor.permissions | {Permission.SENSITIVE} | set(held)
    return [(scope, SCOPE_TEXTS[Permission(scope)]) for scope in SCOPES if scope in offered]
