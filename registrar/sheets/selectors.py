"""Reading imports and their rows; inside the fence."""

from collections import Counter
from collections.abc import Iterable, Mapping

from django.db.models import Count, QuerySet

from registrar.tenancy.actor import Actor
from registrar.tenancy.lookups import find_by_public_id

from .kinds import kinds_for
from .models import SheetImport, SheetRow
from .states import RowState

NEWEST = ("-created_at", "-id")
IN_ORDER = ("number", "id")


def imports_for(actor: Actor) -> QuerySet[SheetImport]:
    """Of the lists that the asker may write; other people's of the account too."""
    rows: QuerySet[SheetImport] = SheetImport.objects.filter(kind__in=kinds_for(actor))
    return rows


def find_import(actor: Actor, public_id: str) -> SheetImport:
    """NotFound when there is none in this account, or none that the asker may see."""
    return find_by_public_id(imports_for(actor), public_id)


def rows_of(found: SheetImport, *, state: str = "") -> QuerySet[SheetRow]:
    """The rows without what they say in the clear, narrowed to a state."""
    rows: QuerySet[SheetRow] = SheetRow.objects.filter(sheet_import=found).defer("values")
    return rows.filter(state=state) if state else rows


def counts_of_rows(found: SheetImport) -> Mapping[str, int]:
    """How many rows are in each state now; states without any are left out."""
    return counts_of([found])[found.pk]


def counts_of(imports: Iterable[SheetImport]) -> dict[int, Mapping[str, int]]:
    """The counts of several imports in one query; what was kept where the rows have gone."""
    wanted = list(imports)
    found: dict[int, Mapping[str, int]] = {row.pk: row.counts for row in wanted if row.counts}
    live = [row.pk for row in wanted if not row.counts]
    for pk in live:
        found[pk] = Counter()
    rows = SheetRow.objects.filter(sheet_import__in=live).order_by()
    counted = rows.values_list("sheet_import_id", "state").annotate(Count("pk"))
    for pk, state, count in counted:
        found[pk] = {**found[pk], str(state): count}
    return found


def effects_of(found: SheetImport) -> dict[str, int]:
    """How many of the rows that are ready do what, by the code of the effect."""
    ready = SheetRow.objects.filter(sheet_import=found, state=RowState.READY).order_by()
    return dict(ready.values_list("effect").annotate(Count("pk")))
