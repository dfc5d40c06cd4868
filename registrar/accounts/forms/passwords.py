"""Asking for a new password and setting one: Django's forms in our words."""

from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, PasswordResetForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _

_DIFFER = {"password_mismatch": _("The two passwords are not the same.")}


class AskForResetForm(PasswordResetForm):
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autofocus": True}),
    )


class NewPasswordForm(SetPasswordForm):
    new_password1, new_password2 = SetPasswordForm.create_password_fields(
        label1=_("New password"), label2=_("New password again")
    )
    new_password2.help_text = ""
    error_messages = {**SetPasswordForm.error_messages, **_DIFFER}


class ChangePasswordForm(PasswordChangeForm):
    new_password1, new_password2 = PasswordChangeForm.create_password_fields(
        label1=_("New password"), label2=_("New password again")
    )
    new_password2.help_text = ""
    error_messages = {
        **PasswordChangeForm.error_messages,
        **_DIFFER,
        "password_incorrect": _("The present password is wrong."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Present password")
