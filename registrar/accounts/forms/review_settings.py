"""The form of staff about one account. It shapes input; the service decides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from registrar.accounts.models import Account
from registrar.accounts.review_levels import ReviewLevel
from registrar.accounts.services.review_settings import MAX_REASON


class ReviewSettingsForm(forms.Form):
    use_required_attribute = False
    review_level = forms.ChoiceField(
        label=_("First review"),
        choices=ReviewLevel.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Clean: the pre-check has found nothing to confirm, and every picture was read. All "
            "else goes to the reviewers in any case."
        ),
    )
    four_eyes = forms.BooleanField(
        label=_("Four eyes"),
        required=False,
        help_text=_("A second reviewer confirms each decision. The account is not told."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        error_messages={"required": _("Say why.")},
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For staff only. Nothing personal."),
    )

    @classmethod
    def of(cls, account: Account) -> "ReviewSettingsForm":
        """The form as it applies now."""
        now = {"review_level": account.review_level, "four_eyes": account.four_eyes}
        return cls(initial=now)
