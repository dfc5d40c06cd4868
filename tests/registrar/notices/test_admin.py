import pytest

from registrar.notices.models import Notice

pytestmark = pytest.mark.django_db
LIST = "/admin/notices/notice/"


def test_staff_see_who_was_told_and_what_became_of_the_mail(
    acme, alice, rex, signed_in, english, tell, inside
):
    tell(acme, "one.com")
    with inside(acme):
        notice = Notice.objects.get()
    staff = english(signed_in(rex))
    found = staff.get(f"{LIST}?mail__exact=waiting").content.decode()
    assert "one.com failed" in found
    assert "one.com failed" not in staff.get(f"{LIST}?mail__exact=given_up").content.decode()
    assert "one.com failed" in staff.get(f"{LIST}?q={notice.public_id}").content.decode()
    page = staff.get(f"{LIST}{notice.pk}/change/").content.decode()
    assert "/domains/one.com/" in page
    assert "Attempts to mail" in page


@pytest.mark.parametrize("count", [1, 30])
def test_list_of_staff_costs_the_same_whatever_its_length(
    acme, alice, rex, signed_in, tell, at_most_queries, count
):
    for n in range(count):
        tell(acme, f"d{n}.com")
    staff = signed_in(rex)
    staff.get(LIST)
    with at_most_queries(7):
        assert staff.get(LIST).status_code == 200
