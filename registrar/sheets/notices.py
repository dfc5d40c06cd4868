"""What members are told of imports."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

from .models import SheetImport
from .states import RowState

READ = "import.read"
FINISHED = "import.finished"
FINISHED_WITH_REFUSALS = "import.finished_with_refusals"

KINDS = (
    NoticeKind(
        key=READ,
        topic=Topic.PLANS,
        title=_("A file has been read and can be confirmed"),
        text=_("Rows that can be carried out: %(ready)d. Wrong: %(wrong)d."),
        tone="info",
        permission=Permission.DOMAINS_READ,
    ),
    NoticeKind(
        key=FINISHED,
        topic=Topic.PLANS,
        title=_("An import is done"),
        text=_("Rows carried out: %(done)d. None was refused."),
        tone="ok",
        permission=Permission.DOMAINS_READ,
    ),
    NoticeKind(
        key=FINISHED_WITH_REFUSALS,
        topic=Topic.PLANS,
        title=_("An import is done, some rows were refused"),
        text=_("Rows carried out: %(done)d. Refused: %(refused)d; the report says why."),
        tone="warn",
        permission=Permission.DOMAINS_READ,
    ),
)


def tell_read(found: SheetImport, counts: Mapping[str, int]) -> None:
    """Once, to whoever brought the file; programs ask by themselves."""
    params = {"ready": counts.get(RowState.READY, 0), "wrong": counts.get(RowState.WRONG, 0)}
    if found.made_user_id is not None:
        _tell(found, READ, params, found.made_user_id)


def tell_finished(found: SheetImport, counts: Mapping[str, int]) -> None:
    """Once, to whoever confirmed it; programs ask by themselves."""
    params = {"done": counts.get(RowState.DONE, 0)}
    refused = counts.get(RowState.REFUSED, 0)
    if refused:
        params["refused"] = refused
    if found.run_user_id is not None:
        kind = FINISHED_WITH_REFUSALS if refused else FINISHED
        _tell(found, kind, params, found.run_user_id)


def _tell(found: SheetImport, kind: str, params: dict[str, Any], user_id: int) -> None:
    notify(
        account_id=found.account_id,
        kind=kind,
        params=params,
        url=reverse("sheets:detail", args=[found.public_id]),
        key=found.public_id,
        to_user_ids=[user_id],
    )
