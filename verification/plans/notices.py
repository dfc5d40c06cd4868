"""What members are told of plans."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.finished import FinishedWork

from .models import Plan
from .selectors import Counts
from .states import LineState

FINISHED = FinishedWork(
    name="plan",
    permission=Permission.OPERATIONS_READ,
    title=_("A re-verification plan is finished"),
    text=_("On their way: %(done)d. None was refused."),
    title_with_refusals=_("A re-verification plan is finished, some domains were refused"),
    text_with_refusals=_("On their way: %(done)d. Refused: %(refused)d; the plan says why."),
)
KINDS = FINISHED.kinds


def tell_finished(plan: Plan, counts: Counts) -> None:
    """Once, to whoever ran it; to everybody who may see it where a key did."""
    FINISHED.tell(
        account_id=plan.account_id,
        done=counts.state(LineState.DONE),
        refused=counts.refused,
        url=reverse("plans:detail", args=[plan.public_id]),
        key=plan.public_id,
        to_user_ids=None if plan.run_user_id is None else [plan.run_user_id],
    )
