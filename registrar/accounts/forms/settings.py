"""Forms of the settings pages. They shape input; services decide."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission, Role
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
