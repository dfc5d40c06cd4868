"""How long 100,000 rows take to leave and to come in, and the memory that it takes.

Milliseconds for all of them; the names hold rows a second, and by how many MB the process grew
at its highest (Linux: VmHWM).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from django.db import connection
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from domains.models import Domain
from domains.selectors.filters import DomainFilter
from domains.sheets.exporting import domains_export
from registrar.accounts.models import Account, Membership, User
from registrar.accounts.permissions import ROLE_PERMISSIONS, Role
from registrar.sheets.kinds import get_kind
from registrar.sheets.models import SheetImport
from registrar.sheets.services.receiving import receive_import
from registrar.sheets.services.running import run_import
from registrar.sheets.working import work_on
from registrar.sheets.writing.exporting import export
from registrar.sheets.writing.files import file_chunks
from registrar.tenancy.actor import Actor, ActorKind, system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.sheets.columns import BLANK
from tests.bench.figures import Figure

ROWS = 100_000
# Carrying out takes as long for each row, however many there are.
CARRIED_OUT = 1_000
_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def measure() -> Iterator[Figure]:
    """In a database of its own, as the suite has one; the bench is its own worker."""
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with patch("registrar.jobs.hurry"):
            yield from _figures()
    finally:
        teardown_databases(databases, verbosity=0)


def _figures() -> Iterator[Figure]:
    actor = _asker()
    _fill(actor)
    for kind in ("csv", "xlsx"):
        yield _timed(f"domains out, {kind}", ROWS, lambda kind=kind: _export(actor, kind))
        content = b"".join(file_chunks(kind, BLANK, _templates()))
        found = _receive(actor, content)
        yield _timed(f"templates in, {kind}", ROWS, lambda found=found: _work(found))
    with acting_as(actor):
        run_import(actor=actor, found=found)
    yield _timed("templates made of rows", CARRIED_OUT, lambda: _carry_out(found))


def _timed(name: str, rows: int, call: Callable[[], object]) -> Figure:
    _RESET.write_text("5")
    before, start = _peak(), perf_counter()
    call()
    seconds = perf_counter() - start
    name = f"{name} ({rows / seconds:,.0f}/s, {_peak() - before:.0f} MB)"
    return Figure(name, seconds * 1000, seconds * 1000, None)


def _peak() -> float:
    line = next(x for x in _STATUS.read_text().splitlines() if x.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def _export(actor: Actor, kind: str) -> None:
    with acting_as(actor):
        what = domains_export(DomainFilter(), codes=True)
        answer = export(actor=actor, what=what, kind=kind)
    for _chunk in answer:
        pass


def _receive(actor: Actor, content: bytes) -> SheetImport:
    with acting_as(actor):
        return receive_import(
            actor=actor, kind=get_kind("templates"), name="bench", content=content
        )


def _work(found: SheetImport) -> None:
    while work_on(import_id=found.pk, account_id=found.account_id):
        pass


def _carry_out(found: SheetImport) -> None:
    for _portion in range(CARRIED_OUT // 100):
        work_on(import_id=found.pk, account_id=found.account_id)


def _asker() -> Actor:
    user = User.objects.create_user("bench@bench.example", "x")
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug="bench", name="bench")
        Membership.objects.create(account=account, user=user, role=Role.OPERATOR)
    return Actor(
        kind=ActorKind.USER,
        account_id=account.pk,
        label="bench",
        user_id=user.pk,
        permissions=ROLE_PERMISSIONS[Role.OPERATOR],
    )


def _fill(actor: Actor) -> None:
    now = timezone.now()
    with acting_as(actor):
        for start in range(0, ROWS, 5_000):
            Domain.objects.bulk_create(
                Domain(
                    account_id=actor.account_id,
                    name=f"d{number}.example.com",
                    unicode_name=f"d{number}.example.com",
                    suffix="com",
                    holder_type="individual",
                    registrant_name="张示例",
                    registered_at=now,
                    expires_at=now,
                    tags=["shop", "2026"],
                )
                for number in range(start, start + 5_000)
            )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _templates() -> Iterator[list[str]]:
    """Passports, whose numbers differ."""
    yield [column.field for column in BLANK]
    values = {column.field: column.example for column in BLANK}
    values |= {"holder_type": "individual", "name_zh": "李晓彤", "document_type": "HZ"}
    for number in range(ROWS):
        values["document_number"] = f"E{number:08d}"
        yield list(values.values())
