"""A new password by mail: Django's views with our pages, outside of any transaction."""

from typing import Any

from axes.utils import reset as forget_failed_attempts
from django.contrib.auth import views
from django.http import HttpResponse
from django.urls import reverse_lazy

from registrar.accounts.forms.passwords import (
    AskForResetForm,
    ChangePasswordForm,
    NewPasswordForm,
)


class ResetView(views.PasswordResetView):
    form_class = AskForResetForm
    template_name = "accounts/password_reset.html"
    email_template_name = "accounts/mail/password_reset.txt"
    subject_template_name = "accounts/mail/password_reset_subject.txt"
    success_url = reverse_lazy("accounts:password_reset_sent")


class ResetSentView(views.PasswordResetDoneView):
    template_name = "accounts/password_reset_sent.html"


class ResetConfirmView(views.PasswordResetConfirmView):
    form_class = NewPasswordForm
    template_name = "accounts/password_reset_confirm.html"
    success_url = reverse_lazy("accounts:password_reset_done")

    def form_valid(self, form: Any) -> HttpResponse:
        """Whoever proved their address may sign in at once, also when locked out before."""
        response = super().form_valid(form)
        forget_failed_attempts(username=form.user.email)
        return response


class ResetDoneView(views.PasswordResetCompleteView):
    template_name = "accounts/password_reset_done.html"


class ChangePasswordView(views.PasswordChangeView):
    form_class = ChangePasswordForm
    template_name = "accounts/settings/password.html"
    extra_context = {"tab": "profile"}
    success_url = reverse_lazy("accounts:settings")
