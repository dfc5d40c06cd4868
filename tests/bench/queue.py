"""How long the reviewers' queue takes to be shown with many waiting, and in how many queries."""

from collections.abc import Iterator

from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import (
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)
from django.utils import timezone

from domains.models import Domain
from registrar.accounts.models import Account, User
from registrar.paging import page_by_key
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.bench.copies import copy_row
from tests.bench.figures import Figure, timed
from verification.models import Submission
from verification.services.claimable import QUEUE_ORDER, most_urgent

ROWS = 100_000
ROUNDS = 5
TARGET = 500
QUEUE = "/admin/verification/submission/"
VIEWS = {
    "first page": "",
    "what is overdue": "?overdue=1",
    "filter: type, findings, age": "?holder_type=organization&findings=warn&age=2",
    "filter: one rare finding": "?findings=number_confusable",
    "filter: account": "?account=bench",
    "search: domain": "?q=d99999.com",
    "search: nothing found": "?q=zzzz",
}


def measure() -> Iterator[Figure]:
    """In a database of its own, as the suite has one."""
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield from _figures()
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()


def _figures() -> Iterator[Figure]:
    user = User.objects.create_user("bench@registrar.example", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="reviewers"))
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug="bench", name="bench")
    _fill(account, ROWS)
    client = Client()
    client.force_login(user)
    views = VIEWS | {"last page": f"?cursor={_last_cursor()}"}
    for name, query in views.items():
        yield _shown(client, name, QUEUE + query)

    def take(_round: int) -> None:
        with acting_as(system_staff_actor()):
            assert most_urgent(user) is not None

    yield timed("queue: the most urgent one", take, range(ROUNDS), target=TARGET)


def _shown(client: Client, name: str, address: str) -> Figure:
    def show(_round: int) -> None:
        assert client.get(address).status_code == 200

    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    label = f"queue: {name} ({len(caught)} queries)"
    return timed(label, show, range(ROUNDS), target=TARGET)


def _last_cursor() -> str:
    with acting_as(system_staff_actor()):
        rows = Submission.objects.filter(state__in=("submitted", "in_review", "second_review"))
        backwards = tuple(f"-{name}" for name in QUEUE_ORDER)
        before = rows.order_by(*backwards)[60]
        mark = page_by_key(
            rows.filter(pk__lte=before.pk, queue_at=before.queue_at), order=QUEUE_ORDER, limit=1
        )
        return mark.next or ""


def _fill(account: Account, count: int) -> None:
    """One domain and one submission of each kind are made as usual, all others are copies."""
    now = timezone.now()
    with acting_as(system_actor(account.pk)):
        domain = world.domain_of(account, "first.com", real_name="in_review")
        first = world.submission_of(
            account, domain=domain, state="submitted", review_due_at=now, submitted_at=now
        )
        name = "'d' || n || '.com'"
        copy_row(Domain, domain.pk, count, {"name": name, "unicode_name": name})
        due = "now() + (n % 20000 - 2000) * interval '1 minute'"
        rare = "CASE WHEN n % 5000 = 0 THEN ARRAY['number_confusable'] ELSE %s END"
        some = "CASE WHEN n % 3 = 0 THEN ARRAY['name_contains_space'] ELSE ARRAY[]::varchar[] END"
        what = {
            "domain_id": "(SELECT id FROM domains_domain d WHERE d.name = 'd' || n || '.com')",
            "transaction_id": "gen_random_uuid()",
            "review_due_at": f"CASE WHEN n % 50 = 0 THEN NULL ELSE {due} END",
            "submitted_at": "now() - (n % 240) * interval '1 hour'",
            "holder_type": "CASE WHEN n % 4 = 0 THEN 'organization' ELSE 'individual' END",
            "found_codes": rare.replace("%s", some),
            "found_worst": "CASE WHEN n % 3 = 0 OR n % 5000 = 0 THEN 'warn' ELSE 'none' END",
        }
        copy_row(Submission, first.pk, count, what)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
