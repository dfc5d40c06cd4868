"""Acme's files, and a worker that takes each step when a test says so."""

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from registrar.accounts.permissions import Role
from registrar.sheets.kinds import get_kind
from registrar.sheets.models import SheetImport, SheetRow
from registrar.sheets.services.receiving import receive_import
from registrar.sheets.working import work_on
from registrar.tenancy.actor import Actor, system_actor
from registrar.tenancy.context import acting_as
from tests.domains.conftest import make_domain, make_template
from tests.verification.conftest import make_key

__all__ = ["make_domain", "make_key", "make_template"]

TEMPLATE = {
    "holder_type": "individual",
    "name_zh": "李晓彤",
    "contact_name_zh": "李晓彤",
    "phone_country_code": "86",
    "phone_number": "13800138000",
    "email": "li@acme.example",
    "country": "CN",
    "province": "北京市",
    "city": "北京市",
    "address_zh": "海淀区中关村大街27号1101室",
    "postcode": "100080",
    "document_type": "SFZ",
    "document_number": "110101199003070038",
}


def csv_of(*rows: Sequence[str]) -> bytes:
    """A CSV file of these rows, the heading first."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def templates_csv(*rows: dict[str, str]) -> bytes:
    """A file of templates; what a row leaves out is as in TEMPLATE."""
    names = list(dict.fromkeys([*TEMPLATE, *(name for row in rows for name in row)]))
    full = [TEMPLATE | row for row in rows]
    return csv_of(names, *([row.get(name, "") for name in names] for row in full))


@pytest.fixture
def operator(acme, bob, actor_of) -> Actor:
    return actor_of(acme, bob, Role.OPERATOR)


@pytest.fixture
def received(operator) -> Callable[..., SheetImport]:
    """`received("domains", content)`: uploaded by Bob, not read yet."""

    def receive(kind: str, content: bytes, *, actor: Actor = operator) -> SheetImport:
        with acting_as(actor):
            return receive_import(
                actor=actor, kind=get_kind(kind), name="list.csv", content=content
            )

    return receive


@pytest.fixture
def worked() -> Callable[[SheetImport], None]:
    """`worked(found)`: a worker has taken every portion that there is."""

    def work(found: SheetImport) -> None:
        while work_on(import_id=found.pk, account_id=found.account_id):
            pass

    return work


@pytest.fixture
def previewed(received, worked) -> Callable[..., SheetImport]:
    """The same, and looked at by a worker."""

    def read(kind: str, content: bytes, **more: Actor) -> SheetImport:
        found = received(kind, content, **more)
        worked(found)
        return found

    return read


@pytest.fixture
def reread() -> Callable[[SheetImport], SheetImport]:
    def read(found: SheetImport) -> SheetImport:
        with acting_as(system_actor(found.account_id)):
            return SheetImport.objects.get(pk=found.pk)

    return read


@pytest.fixture
def rows() -> Callable[[SheetImport], list[SheetRow]]:
    def read(found: SheetImport) -> list[SheetRow]:
        with acting_as(system_actor(found.account_id)):
            return list(SheetRow.objects.filter(sheet_import=found).order_by("number"))

    return read


def codes(row: SheetRow) -> list[str]:
    return [error["code"] for error in row.errors]
