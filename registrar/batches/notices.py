"""What members are told of batches that ran in the background."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.finished import FinishedWork

from .models import Batch
from .selectors import Counts

FINISHED = FinishedWork(
    name="batch",
    permission=Permission.OPERATIONS_READ,
    title=_("A batch is finished"),
    text=_("Items taken: %(done)d. None was refused."),
    title_with_refusals=_("A batch is finished, some items have a problem"),
    text_with_refusals=_("Items taken: %(done)d. With a problem: %(refused)d; the batch says why."),
)


def tell_finished(batch: Batch, counts: Counts) -> None:
    """To whoever asked for it, or took it over; programs have its event. Once for each run: one
    that is resumed is told again."""
    if batch.asked_user_id is None:
        return
    FINISHED.tell(
        account_id=batch.account_id,
        done=counts.done,
        refused=counts.with_problem,
        url=reverse("batches:detail", args=[batch.public_id]),
        key=f"{batch.public_id} {batch.started_at.isoformat()}",
        to_user_ids=[batch.asked_user_id],
    )
