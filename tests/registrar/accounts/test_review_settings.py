"""Staff say how far an account is trusted; the account learns what applies, and no more."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from registrar.accounts.models import Account, Membership, User
from registrar.accounts.services.review_settings import set_review_settings
from registrar.errors import InvalidInput, NotPermitted
from registrar.oplog.models import LogEntry
from registrar.oplog.staff_log import staff_changes
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from tests.staff import staff_actor_of

pytestmark = pytest.mark.django_db
WHY = "two years without a complaint"
TRUSTED = {"review_level": "straight_when_clean", "four_eyes": False, "reason": WHY}


@pytest.fixture
def lead(lena) -> Actor:
    return staff_actor_of(lena)


def page(account):
    return reverse("admin:accounts_account_review", args=[account.pk])


def change(actor, account, **values):
    with acting_as(actor):
        return set_review_settings(actor=actor, account=account, **TRUSTED | values)


def entries(acme, inside):
    with inside(acme):
        return list(LogEntry.objects.order_by("number"))


def told_staff(lead, acme):
    with acting_as(lead):
        return staff_changes(acme, object_type="account")


def test_both_settings_change_and_staff_read_before_after_and_why(lead, acme, lena):
    changed = change(lead, acme, four_eyes=True)
    assert (changed.review_level, changed.four_eyes) == ("straight_when_clean", True)
    (entry,) = told_staff(lead, acme)
    assert (entry.entry.user, entry.reason) == (lena, WHY)
    assert {field.code for field in entry.changes} == {"review_level", "four_eyes"}
    assert all(field.changed for field in entry.changes)


def test_account_reads_its_level_in_its_log_but_neither_reason_nor_four_eyes(lead, acme, inside):
    change(lead, acme, four_eyes=True)
    (entry,) = entries(acme, inside)
    assert entry.action == "account.review_level_changed"
    assert (entry.before, entry.after) == (
        {"review_level": "staff"},
        {"review_level": "straight_when_clean"},
    )
    assert entry.reason == ""


def test_four_eyes_alone_leaves_the_accounts_log_alone(lead, acme, inside):
    change(lead, acme, review_level="staff", four_eyes=True)
    assert entries(acme, inside) == []
    assert len(told_staff(lead, acme)) == 1


def test_same_again_writes_nothing(lead, acme, inside):
    change(lead, acme)
    change(lead, acme, reason="again")
    assert len(entries(acme, inside)) == len(told_staff(lead, acme)) == 1


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"reason": "x" * 201}, "reason"),
        ({"review_level": "nobody"}, "review_level"),
    ],
)
def test_missing_reason_and_unknown_level_are_refused(values, field, lead, acme, as_staff):
    with pytest.raises(InvalidInput) as refused:
        change(lead, acme, **values)
    assert [error.field for error in refused.value.errors] == [field]
    with as_staff():
        assert Account.objects.get(pk=acme.pk).review_level == "staff"


def test_member_of_the_account_may_not_change_its_settings(lead, lena, acme, inside, as_staff):
    with inside(acme):
        Membership.objects.create(account=acme, user=lena, role="viewer")
    with pytest.raises(NotPermitted) as refused:
        change(lead, acme)
    assert refused.value.code == "own_account"
    with as_staff():
        assert Account.objects.get(pk=acme.pk).review_level == "staff"


def test_reviewers_customers_and_the_inactive_may_not(lead, lena, rita, acme, alice, actor_of):
    right = Permission.objects.get(codename="change_review_settings")
    alice.user_permissions.add(right)
    for actor in (staff_actor_of(rita), actor_of(acme, alice)):
        with pytest.raises(NotPermitted):
            change(actor, acme)
    User.objects.filter(pk=lena.pk).update(is_active=False)
    with pytest.raises(NotPermitted):
        change(lead, acme)


def test_lead_changes_them_on_the_page_and_reads_there_what_was_changed(lena, acme, browse):
    client = browse(lena)
    assert page(acme) in client.get(reverse("admin:accounts_account_change", args=[acme.pk])).text
    answer = client.post(page(acme), TRUSTED | {"four_eyes": "on"}, follow=True)
    assert answer.redirect_chain == [
        (reverse("admin:accounts_account_change", args=[acme.pk]), 302)
    ]
    assert "Straight to the authority when clean" in answer.text
    shown = client.get(page(acme))
    assert shown.context["form"].initial == {
        "review_level": "straight_when_clean",
        "four_eyes": True,
    }
    assert WHY in shown.text
    assert "Each by our staff → Straight to the authority when clean" in shown.text


def test_what_was_typed_stays_when_the_reason_is_missing(lena, acme, browse):
    answer = browse(lena).post(page(acme), TRUSTED | {"reason": ""})
    assert answer.status_code == 400
    assert answer.context["form"].errors["reason"] == ["请填写原因。"]
    assert answer.context["form"]["review_level"].value() == "straight_when_clean"


def test_page_tells_a_member_of_the_account_why_not(lena, acme, browse, inside):
    with inside(acme):
        Membership.objects.create(account=acme, user=lena, role="viewer")
    client = browse(lena)
    assert "a colleague has to change this" in client.get(page(acme)).text
    assert client.post(page(acme), TRUSTED).status_code == 403


def test_page_is_closed_to_others_and_changes_nothing_by_get(
    lena, acme, alice, stan, browse, as_staff
):
    assert browse(stan).get(page(acme)).status_code == 403
    assert browse(stan).post(page(acme), TRUSTED).status_code == 403
    assert browse(alice).get(page(acme)).status_code == 302
    assert browse(lena).get(page(acme), TRUSTED).status_code == 200
    assert browse(lena).put(page(acme)).status_code == 405
    assert browse(lena).get("/admin/accounts/account/999999/review/").status_code == 404
    with as_staff():
        assert Account.objects.get(pk=acme.pk).review_level == "staff"


def test_list_is_filtered_by_both_settings(lena, acme, globex, lead, browse):
    change(lead, globex, four_eyes=True)
    client, accounts = browse(lena), reverse("admin:accounts_account_changelist")
    for query in ({"review_level": "straight_when_clean"}, {"four_eyes__exact": "1"}):
        assert list(client.get(accounts, query).context["cl"].result_list) == [globex]


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("staff", "First review by our staff, then by the authority"),
        ("straight_when_clean", "Directly by the authority where the pre-check finds nothing"),
    ],
)
def test_account_page_says_what_applies_and_nothing_of_four_eyes(
    level, words, lead, acme, alice, signed_in, english
):
    change(lead, acme, review_level=level, four_eyes=True)
    text = english(signed_in(alice)).get("/settings/account/").text
    assert words in text
    assert "eyes" not in text.lower()
    log = english(signed_in(alice)).get("/logs/")
    assert log.status_code == 200
    assert "eyes" not in log.text.lower()
    assert WHY not in log.text
