"""States of a plan and of its lines, and the routes that a line can take."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("plan", "Draft")
    RUNNING = "running", pgettext_lazy("plan", "Running")
    FINISHED = "finished", pgettext_lazy("plan", "Finished")
    CANCELLED = "cancelled", pgettext_lazy("plan", "Cancelled")


class LineState(models.TextChoices):
    """A line is carried out in one transaction, so that none is ever seen half done."""

    PLANNED = "planned", pgettext_lazy("line of a plan", "Planned")
    QUEUED = "queued", pgettext_lazy("line of a plan", "Waiting its turn")
    DONE = "done", pgettext_lazy("line of a plan", "Under way")
    REFUSED = "refused", pgettext_lazy("line of a plan", "Refused")
    SKIPPED = "skipped", pgettext_lazy("line of a plan", "Not part of the run")


class PlanRoute(models.TextChoices):
    """What a plan does for a domain; the values are stable API words."""

    CHANGE_REGISTRANT = "change_registrant", _("Move to a verified info template")
    RESUBMIT_UNCHANGED = "resubmit_unchanged", _("Submit the same materials again")
    WAIT = "wait", _("Wait, with a reminder")
    BY_HAND = "by_hand", _("Correct by hand")
    LEAVE_OUT = "leave_out", _("Leave out")


# What a run carries out; the other lines are there to be seen.
CARRIED_OUT = (PlanRoute.CHANGE_REGISTRANT, PlanRoute.RESUBMIT_UNCHANGED, PlanRoute.WAIT)
