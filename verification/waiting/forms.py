"""When the document was issued; what dates are right, the service says."""

from django import forms
from django.utils.translation import gettext_lazy as _


class IssuedOnForm(forms.Form):
    use_required_attribute = False

    issued_on = forms.DateField(
        label=_("Document issued or changed on"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("As printed on the document. Leave it empty if you don't know."),
        error_messages={"invalid": _("Enter the date as 2026-11-22.")},
    )
