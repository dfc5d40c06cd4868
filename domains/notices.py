"""What members are told of changes of registrant; nothing of holders."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from domains.gates import Operation as GateOperation
from domains.models import Domain, Operation
from registrar.accounts.permissions import Permission
from registrar.notices.kinds import NoticeKind, Topic
from registrar.notices.services import notify

_PERMISSION = Permission.OPERATIONS_READ
SUCCEEDED = NoticeKind(
    "operation.succeeded",
    Topic.REVIEWS,
    _("The change of registrant of %(name)s succeeded"),
    _("The domain is verified with its new info template."),
    "ok",
    _PERMISSION,
)
FAILED = NoticeKind(
    "operation.failed",
    Topic.REVIEWS,
    _("The change of registrant of %(name)s failed"),
    _("Open it to see why and what to do."),
    "bad",
    _PERMISSION,
)
KINDS = (SUCCEEDED, FAILED)


def tell_end(operation: Operation, domain: Domain, kind: NoticeKind) -> None:
    """That an operation which people wait for has ended; others end while they look on."""
    if operation.kind == GateOperation.CHANGE_REGISTRANT:
        notify(
            account_id=operation.account_id,
            kind=kind.key,
            params={"name": domain.unicode_name},
            url=reverse("domains:operation", args=[operation.public_id]),
            key=operation.public_id,
        )
