"""Answers to the diagnosis' questions, in words; a date stands for itself."""

from django.utils.translation import gettext_lazy as _

from verification.diagnosis.questions import NO, NO_END, YES

ANSWERS = ((YES, _("Yes")), (NO, _("No")), (NO_END, _("No end date")))
