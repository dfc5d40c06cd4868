"""What members are told of imports; programs have events."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.finished import FinishedWork
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

from .models import SheetImport
from .states import RowState

READ = "import.read"
FINISHED = FinishedWork(
    name="import",
    permission=Permission.DOMAINS_READ,
    title=_("An import is done"),
    text=_("Rows carried out: %(done)d. None was refused."),
    title_with_refusals=_("An import is done, some rows were refused"),
    text_with_refusals=_("Rows carried out: %(done)d. Refused: %(refused)d; the report says why."),
)
KINDS = (
    NoticeKind(
        key=READ,
        topic=Topic.PLANS,
        title=_("A file has been read and can be confirmed"),
        text=_("Rows that can be carried out: %(ready)d. Wrong: %(wrong)d."),
        tone="info",
        permission=Permission.DOMAINS_READ,
    ),
    *FINISHED.kinds,
)


def tell_read(found: SheetImport, counts: Mapping[str, int]) -> None:
    """Once, to whoever brought the file."""
    if found.made_user_id is None:
        return
    notify(
        account_id=found.account_id,
        kind=READ,
        params={"ready": counts.get(RowState.READY, 0), "wrong": counts.get(RowState.WRONG, 0)},
        url=_page(found),
        key=found.public_id,
        to_user_ids=[found.made_user_id],
    )


def tell_finished(found: SheetImport, counts: Mapping[str, int]) -> None:
    """Once, to whoever confirmed it."""
    if found.run_user_id is None:
        return
    FINISHED.tell(
        account_id=found.account_id,
        done=counts.get(RowState.DONE, 0),
        refused=counts.get(RowState.REFUSED, 0),
        url=_page(found),
        key=found.public_id,
        to_user_ids=[found.run_user_id],
    )


def _page(found: SheetImport) -> str:
    return reverse("sheets:detail", args=[found.public_id])
