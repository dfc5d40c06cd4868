"""How long the reviewers' figures take over a hundred thousand submissions."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.models import Model
from django.test.utils import setup_databases, teardown_databases
from django.utils import timezone

from registrar.accounts.models import Account, User
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.bench.figures import Figure, timed
from verification.models import AdapterKind, Authority, ReviewDecision, Submission
from verification.review.figures.making import make_figures
from verification.review.figures.period import Period, last_days
from verification.review.figures.wanted import Wanted

SUBMISSIONS = 100_000
# They spread evenly over so many days.
DAYS = 720
ROUNDS = 5
_AGO = f"now() - (g.n %% {DAYS}) * interval '1 day' - (g.n %% 600) * interval '1 minute'"
_SUBMISSION = {
    "uid": "gen_random_uuid()",
    "transaction_id": "gen_random_uuid()",
    "submitted_at": f"{_AGO} - interval '40 hours'",
    "waiting_since": f"{_AGO} - interval '40 hours'",
    "sent_at": f"{_AGO} - interval '30 hours'",
    "ended_at": _AGO,
    "state": "CASE WHEN g.n %% 4 = 0 THEN 'failed' ELSE 'passed' END",
    "stage": "CASE WHEN g.n %% 8 = 0 THEN 'reviewer' WHEN g.n %% 4 = 0 THEN 'authority'"
    " ELSE '' END",
    "reason_codes": "CASE WHEN g.n %% 4 <> 0 THEN '{}'::varchar[]"
    " WHEN g.n %% 3 = 0 THEN ARRAY['number_mismatch', 'materials_unclear']"
    " ELSE ARRAY['registrant_name_mismatch'] END",
    "confirmed_warnings": "CASE WHEN g.n %% 5 = 0 THEN ARRAY['image_blurry']"
    " ELSE '{}'::varchar[] END",
}
_DECISION = {
    "uid": "gen_random_uuid()",
    "submission_id": "s.id",
    "reviewer_id": "(%(first)s + s.id %% %(people)s)",
    "verdict": "CASE WHEN s.stage = 'reviewer' THEN 'fail' ELSE 'approve' END",
    "waiting_since": "s.waiting_since",
    "claimed_at": "s.sent_at - interval '5 minutes'",
    "decided_at": "s.sent_at",
    "due_at": "s.sent_at + (s.id %% 7 - 1) * interval '1 hour'",
}
_PEOPLE = 10


def measure() -> Iterator[Figure]:
    """In a database of its own, as the suite has one."""
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        yield from _figures()
    finally:
        teardown_databases(databases, verbosity=0)


def _figures() -> Iterator[Figure]:
    with acting_as(system_staff_actor()):
        account = Account.objects.create(slug="bench", name="bench")
        authority = Authority.objects.create(
            code="bench", name="bench", adapter=AdapterKind.SIMULATED
        )
    people = [User.objects.create_user(f"r{n}@bench.example") for n in range(_PEOPLE)]
    _fill(account, authority, people)
    with connection.cursor() as cursor:
        # A database that has lived for a minute has done so by itself.
        cursor.execute("ANALYZE")
    today = timezone.localdate()
    periods = {
        "30 days": last_days(30, today),
        "90 days": last_days(90, today),
        "all time": Period(today - dt.timedelta(days=DAYS + 3), today),
    }
    for name, period in periods.items():
        yield timed(
            f"figures of {name}, {SUBMISSIONS} submissions",
            _asked(Wanted(period), people[0]),
            range(ROUNDS),
            target=2000,
        )


def _asked(wanted: Wanted, user: User) -> Any:
    def ask(_round: int) -> None:
        with acting_as(system_staff_actor()):
            make_figures(wanted, user)

    return ask


def _fill(account: Account, authority: Authority, people: list[User]) -> None:
    """One row of each, multiplied by the database."""
    now = timezone.now()
    with acting_as(system_actor(account.pk)):
        domain = world.domain_of(account, "bench.cn")
        one = world.submission_of(
            account,
            domain=domain,
            state="passed",
            sent_at=now,
            ended_at=now,
            authority_id=authority.pk,
        )
        decision = ReviewDecision.objects.create(
            account=account,
            submission=one,
            reviewer=people[0],
            verdict="approve",
            standing="in_force",
            decided_at=now,
        )
        _multiply(Submission, one.pk, _SUBMISSION, f"generate_series(1, {SUBMISSIONS}) AS g(n)", {})
        rest = "verification_submission s"
        values = {"first": people[0].pk, "people": len(people)}
        _multiply(ReviewDecision, decision.pk, _DECISION, rest, values)


def _multiply(
    model: type[Model], pk: int, given: dict[str, str], rest: str, values: dict[str, Any]
) -> None:
    """Copy the row `pk` for each row of `rest`, with the columns `given` as SQL."""
    table = model._meta.db_table
    fields = [f for f in model._meta.concrete_fields if f.column != "id" and not f.generated]
    columns = [field.column for field in fields]
    picked = ", ".join(given.get(column, f"base.{column}") for column in columns)
    sql = (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {picked}"
        f" FROM {table} base, {rest} WHERE base.id = %(pk)s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {**values, "pk": pk})
