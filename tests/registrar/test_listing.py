"""Lists of the console: links that lead on keep what was asked for."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from registrar.accounts.models import User
from registrar.listing import ListPage, list_page
from registrar.paging import DEFAULT_LIMIT

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> None:
    User.objects.bulk_create(User(email=f"{n:03}@example.com") for n in range(DEFAULT_LIMIT + 1))


def page_of(request: HttpRequest, **more: str) -> ListPage[User]:
    asked = {"q": "示例 &"}
    return list_page(request, User.objects.all(), order=("email",), asked=asked, **more)


def test_links_lead_on_and_back_with_the_filters(rf: RequestFactory, people: None) -> None:
    first = page_of(rf.get("/things/"))
    second = page_of(rf.get(first.next_url))
    assert [len(first.items), len(second.items)] == [DEFAULT_LIMIT, 1]
    assert first.first_url == second.next_url == ""
    assert second.first_url == "/things/?q=%E7%A4%BA%E4%BE%8B+%26"
    assert first.next_url.startswith(f"{second.first_url}&cursor=")


def test_page_mark_that_is_no_good_begins_at_the_first_page(
    rf: RequestFactory, people: None
) -> None:
    page = page_of(rf.get("/things/?cursor=x"))
    assert page.items[0].email == "000@example.com"
    assert page.first_url == ""


def test_list_shown_on_another_page_links_to_its_own(rf: RequestFactory, people: None) -> None:
    assert page_of(rf.get("/invite/"), path="/members/").next_url.startswith("/members/?")
