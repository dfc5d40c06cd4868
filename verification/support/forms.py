"""What people write to support. Lengths are the services' to say: a field that cuts off what is
pasted loses it unseen."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .rules import MAX_TEXT

_REQUIRED = {"required": _("Write what you need help with.")}


class RequestForm(forms.Form):
    message = forms.CharField(
        label=_("Message that you received"),
        help_text=_("Word for word, if you have one that isn't attached already."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    subject = forms.CharField(label=_("Subject"), required=False)
    text = forms.CharField(
        label=_("What do you need help with?"),
        help_text=format_lazy(
            _(
                "What you have tried, and what happened. Up to {limit} characters; no document"
                " numbers, support sees what is attached."
            ),
            limit=MAX_TEXT,
        ),
        error_messages=_REQUIRED,
        widget=forms.Textarea(attrs={"rows": 7}),
    )
    contact_ok = forms.BooleanField(
        label=_("Support may also mail or call me about this"), required=False
    )


class ReplyForm(forms.Form):
    text = forms.CharField(
        label=_("Your message"),
        error_messages=_REQUIRED,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class ReopenForm(forms.Form):
    text = forms.CharField(
        label=_("What is still open?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AnswerForm(forms.Form):
    """What staff write: `seen` is the newest message that they have read."""

    text = forms.CharField(
        label=_("Answer or note"),
        error_messages={"required": _("Write an answer or a note first.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
