"""What members are told of plans."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

from .models import Plan
from .selectors import Counts
from .states import LineState

FINISHED = "plan.finished"
FINISHED_WITH_REFUSALS = "plan.finished_with_refusals"

KINDS = (
    NoticeKind(
        key=FINISHED,
        topic=Topic.PLANS,
        title=_("A re-verification plan is finished"),
        text=_("On their way: %(done)d. None was refused."),
        tone="ok",
        permission=Permission.OPERATIONS_READ,
    ),
    NoticeKind(
        key=FINISHED_WITH_REFUSALS,
        topic=Topic.PLANS,
        title=_("A re-verification plan is finished, some domains were refused"),
        text=_("On their way: %(done)d. Refused: %(refused)d; the plan says why."),
        tone="warn",
        permission=Permission.OPERATIONS_READ,
    ),
)


def tell_finished(plan: Plan, counts: Counts) -> None:
    """Once, to whoever ran it; to everybody who may see it where a key did."""
    params = {"done": counts.state(LineState.DONE)}
    if counts.refused:
        params["refused"] = counts.refused
    notify(
        account_id=plan.account_id,
        kind=FINISHED_WITH_REFUSALS if counts.refused else FINISHED,
        params=params,
        url=reverse("plans:detail", args=[plan.public_id]),
        key=plan.public_id,
        to_user_ids=None if plan.run_user_id is None else [plan.run_user_id],
    )
