"""What the fields that this app writes into the operation log are called."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from registrar.oplog.fields import LoggedField, one_of

from .kinds import kind_named, kinds
from .states import BatchState, ItemState


def kind_label(key: str) -> str:
    return str(kind_named(key).label) if key in {kind.key for kind in kinds()} else key


BATCH_FIELDS = {
    "state": LoggedField(_("State"), one_of(BatchState.choices)),
    "kind": LoggedField(pgettext_lazy("batch", "Kind"), kind_label),
    "items": LoggedField(_("Items")),
    **{state.value: LoggedField(state.label) for state in ItemState},
}
