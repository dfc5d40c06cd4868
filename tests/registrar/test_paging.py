"""Pages by key, held against the obvious: sort everything and cut."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from registrar.accounts.models import User
from registrar.errors import InvalidInput
from registrar.paging import page_by_key

pytestmark = pytest.mark.django_db
ORDER = ("-name", "id")


@pytest.fixture
def people() -> list[User]:
    names = ["b", "a", "b", "c", "a", "", "b"]
    return [User.objects.create(email=f"p{i}@example.com", name=n) for i, n in enumerate(names)]


def walk(limit: int, order: tuple[str, ...] = ORDER) -> list[list[int]]:
    pages, cursor = [], ""
    while True:
        page = page_by_key(User.objects.all(), order=order, cursor=cursor, limit=limit)
        pages.append([u.pk for u in page.items])
        if not page.next:
            return pages
        cursor = page.next


@pytest.mark.parametrize("limit", [1, 2, 3, 6, 7, 50])
def test_pages_join_to_the_whole_list_in_order(people, limit):
    whole = list(User.objects.order_by(*ORDER).values_list("pk", flat=True))
    assert [pk for page in walk(limit) for pk in page] == whole


def test_previous_leads_back_to_the_same_page(people):
    first = page_by_key(User.objects.all(), order=ORDER, limit=3)
    second = page_by_key(User.objects.all(), order=ORDER, limit=3, cursor=first.next)
    back = page_by_key(User.objects.all(), order=ORDER, limit=3, cursor=second.previous)
    assert [u.pk for u in back.items] == [u.pk for u in first.items]
    assert back.previous is None
    assert back.next


def test_row_added_before_the_page_does_not_shift_it(people):
    first = page_by_key(User.objects.all(), order=ORDER, limit=3)
    expected = [u.pk for u in page_by_key(User.objects.all(), order=ORDER, cursor=first.next).items]
    User.objects.create(email="new@example.com", name="zzz")
    found = page_by_key(User.objects.all(), order=ORDER, cursor=first.next).items
    assert [u.pk for u in found] == expected


def test_one_query_per_page(people, django_assert_num_queries):
    with django_assert_num_queries(1):
        page_by_key(User.objects.all(), order=ORDER, limit=2)


def test_cursor_of_another_order_is_refused(people):
    cursor = page_by_key(User.objects.all(), order=ORDER, limit=2).next
    with pytest.raises(InvalidInput):
        page_by_key(User.objects.all(), order=("email", "id"), cursor=cursor)


def test_cursor_that_we_did_not_sign_is_refused(people):
    cursor = page_by_key(User.objects.all(), order=ORDER, limit=2).next
    with pytest.raises(InvalidInput):
        page_by_key(User.objects.all(), order=ORDER, cursor="x" + cursor)


@given(st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_any_text_as_cursor_is_refused_or_empty(db, cursor):
    if not cursor:
        return
    with pytest.raises(InvalidInput):
        page_by_key(User.objects.all(), order=ORDER, cursor=cursor)


def test_index_leads_straight_to_the_page(people):
    """However far in: rows before the page are skipped by the index, not read and dropped."""
    order = ("email", "id")
    cursor = page_by_key(User.objects.all(), order=order, limit=3).next
    with connection.cursor() as asking, CaptureQueriesContext(connection) as asked:
        page_by_key(User.objects.all(), order=order, cursor=cursor)
        asking.execute("SET LOCAL enable_seqscan = off")
        asking.execute(f"EXPLAIN {asked[0]['sql']}")
        plan = "\n".join(line for (line,) in asking.fetchall())
    assert "Index Cond: ((email)::text >= " in plan
