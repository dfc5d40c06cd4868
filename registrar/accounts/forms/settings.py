"""Forms of the settings pages. They shape input; services decide."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import SCOPES, Permission, Role
from registrar.accounts.scope_texts import SCOPE_TEXTS
from registrar.tenancy.actor import Actor


class ProfileForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=64, required=False)
    phone = forms.CharField(
        label=_("Mobile phone"),
        max_length=32,
        required=False,
        help_text=_("Verification codes are sent here. Write it like +86 138 0013 8000."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )


class AccountForm(forms.Form):
    name = forms.CharField(label=_("Account name"), max_length=128)


def roles_for(actor: Actor) -> list[tuple[str, Any]]:
    """The roles that `actor` may give."""
    owner_too = actor.may(Permission.OWNERS_MANAGE)
    return [(value, label) for value, label in Role.choices if value != Role.OWNER or owner_too]


class InviteForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), initial=Role.OPERATOR)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles_for(actor)  # type: ignore[attr-defined]


class KeyForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=64, help_text=_("What uses the key, such as “renewal script”.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("Scopes"),
        choices=[(scope, SCOPE_TEXTS[Permission(scope)]) for scope in SCOPES],
        widget=forms.CheckboxSelectMultiple,
    )
    lasts = forms.ChoiceField(
        label=_("Expires"),
        initial="365",
        choices=[
            ("30", _("in 30 days")),
            ("90", _("in 90 days")),
            ("365", _("in a year")),
            ("", _("never")),
        ],
        required=False,
    )

    def expires_at(self) -> dt.datetime | None:
        days = self.cleaned_data["lasts"]
        return timezone.now() + dt.timedelta(days=int(days)) if days else None
