"""A template under lock, and the refusal that its gate gives."""

from collections.abc import Iterable

from registrar.blockers import Blocker
from registrar.errors import Blocked, FieldError, NotFound
from templates_app.models import InfoTemplate


def lock_template(template: InfoTemplate) -> InfoTemplate:
    """The row as it is now, locked until the transaction ends; NotFound when it is gone."""
    locked: InfoTemplate | None = (
        InfoTemplate.objects.select_for_update()
        .filter(pk=template.pk, deleted_at__isnull=True)
        .first()
    )
    if locked is None:
        raise NotFound
    return locked


def require_open(blockers: Iterable[Blocker]) -> None:
    """Return when there are no blockers; Blocked with every reason otherwise."""
    found = list(blockers)
    if found:
        raise Blocked(
            message=found[0].message,
            errors=[FieldError("", blocker.code, blocker.message) for blocker in found],
        )
