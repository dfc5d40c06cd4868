"""What each topic is about, for who chooses."""

from django.utils.translation import gettext_lazy as _

from .kinds import Topic

TOPIC_TEXTS = {
    Topic.REVIEWS: _("Verifications and changes of registrant that pass, fail or need something."),
    Topic.SAFE_DAYS: _("A day that you wait for has come, or a deadline is near."),
    Topic.PLANS: _("A plan, a batch or a file of yours is through, or stuck."),
    Topic.SUPPORT: _("Answers to your support requests."),
    Topic.AUTOMATION: _("An event could not be delivered, or a webhook was disabled."),
}
