"""What this app writes into the operation log.

Accounts read it too: how many eyes decide is not told.
"""

from django.utils.translation import gettext_lazy as _

from .review.look_reasons import LOGGED

ACTIONS = {
    "material.read": _("What a picture says was read"),
    "material.reading_given_up": _("Picture could not be read by the reader"),
    "material.uploaded": _("Picture uploaded"),
    "material.viewed": _("Picture viewed"),
    "precheck.run": _("Pre-check: what pictures say was shown"),
    "reminder.came_due": _("First safe day of a document has come"),
    "reminder.cancelled": _("Reminder cancelled"),
    "reminder.outdated": _("Reminder no longer needed"),
    "reminder.rescheduled": _("Reminder moved to another day"),
    "reminder.resubmitted": _("Submitted again unchanged after waiting"),
    "reminder.scheduled": _("Reminder of the first safe day set"),
    "submission.answer_contradicted": _("The authority contradicted its own result"),
    "submission.assigned": _("Submission assigned to a reviewer"),
    "submission.claim_ended": _("Claim of a submission ended after idle time"),
    "submission.claimed": _("Submission claimed by a reviewer"),
    "submission.decided_otherwise": _("Another step of the review was done"),
    "submission.decision_proposed": _("A step of the review was done"),
    "submission.claimed_lapsed": _("Submission claimed after idle time of its reviewer"),
    "submission.failed": _("Submission failed"),
    "submission.given_back": _("Submission given back by its reviewer"),
    "submission.handed_over": _("Submission handed over to the authority"),
    "submission.more_asked": _("Reviewer asked the customer for more"),
    "submission.more_brought": _("Customer brought what the reviewer asked for"),
    "submission.number_revealed": _("Document number of a submission shown"),
    "submission.passed": _("Submission passed"),
    "submission.reclassified": _("Reasons of a failure explained anew"),
    "submission.resent": _("Authority asked again at once"),
    "submission.question_answered": _("Question about a failure answered"),
    "submission.reopened": _("Decision of a reviewer taken back"),
    "submission.submitted": _("Verification submitted"),
    "submission.taken_over": _("Submission taken over from a colleague"),
    "submission.withdrawn": _("Submission withdrawn by the customer"),
}

# Why a picture or a number was opened, where no person's own words are the reason.
REASONS = {
    "console": _("Opened in the console"),
    "API": _("Fetched through the API"),
    **LOGGED,
}
