import pytest

from registrar.accounts.log_actions import ACTIONS
from registrar.accounts.models import Membership
from registrar.oplog.models import LogEntry
from registrar.oplog.services import record
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as


@pytest.fixture
def pages(alice, signed_in, english):
    return english(signed_in(alice))


def test_list_names_actions_in_words(pages, log):
    log("member.joined", label="李晓彤")
    text = pages.get("/logs/").content.decode()
    assert "Member joined" in text
    assert "李晓彤" in text


def test_list_without_entries_says_what_will_be_here(pages):
    assert "Nothing has been changed yet" in pages.get("/logs/").content.decode()


def test_list_offers_every_named_action(pages):
    text = pages.get("/logs/").content.decode()
    assert all(f'value="{action}"' in text for action in ACTIONS)


def test_search_finds_keeps_its_terms_and_can_be_cleared(pages, log):
    log(label="qinghe.cn")
    log(label="other.cn")
    text = pages.get("/logs/", {"q": "qinghe"}).content.decode()
    assert "qinghe.cn" in text
    assert "other.cn" not in text
    assert "Clear" in text
    assert "No entry fits this search" in pages.get("/logs/?q=zzz").content.decode()


def test_search_with_a_wrong_date_says_so(pages):
    response = pages.get("/logs/?from=yesterday")
    assert response.status_code == 400
    assert "A day such as 2026-01-31" in response.content.decode()


def test_damaged_cursor_begins_at_the_first_page(pages):
    response = pages.get("/logs/?cursor=abc")
    assert response.status_code == 200
    assert response.context["first_url"] == ""


def test_next_page_goes_on_where_the_first_ended(pages, log):
    for number in range(60):
        log(label=f"row-{number:02}")
    first = pages.get("/logs/", {"q": "row"})
    second = pages.get(first.context["next_url"])
    shown = [entry.object_label for entry, _ in [*first.context["rows"], *second.context["rows"]]]
    assert shown == [f"row-{number:02}" for number in range(59, -1, -1)]


def test_detail_shows_before_and_after_masked(pages, log):
    entry = log(before={"phone": "+8613800138000"}, after={"phone": "+8613900139000"})
    text = pages.get(f"/logs/{entry.public_id}/").content.decode()
    assert "+86138****8000" in text
    assert "+86139****9000" in text
    assert "13800138000" not in text
    assert entry.digest in text


@pytest.mark.parametrize(
    ("label", "about", "named"),
    [
        ("李晓彤", "mem_01", True),
        ("shili.cn", "shili.cn", True),
        ("mat_01", "mat_01", False),
    ],
)
def test_a_public_id_is_no_name(label, about, named):
    assert LogEntry(object_label=label, object_id=about).object_has_name is named


def test_reasons_of_code_are_in_words_and_peoples_own_as_typed(pages, log):
    given = {"console": "Opened in the console", "customer called": "customer called"}
    for reason, shown in given.items():
        entry = log(reason=reason)
        assert f"<dd>{shown}</dd>" in pages.get(f"/logs/{entry.public_id}/").content.decode()


def test_the_system_has_a_name_in_the_readers_language(owner, alice, signed_in, english):
    with acting_as(system_actor(owner.account_id)) as actor:
        about = Membership.objects.get(user_id=owner.user_id)
        record(actor=actor, action="member.joined", about=about)
    assert ">系统\n<" in signed_in(alice).get("/logs/").content.decode()
    assert ">System\n<" in english(signed_in(alice)).get("/logs/").content.decode()


@pytest.mark.parametrize("junk", ["x", "log_00000000000000000000000000", "1", "mem_x"])
def test_detail_with_a_junk_id_is_not_found(pages, junk):
    assert pages.get(f"/logs/{junk}/").status_code == 404


def test_entry_of_another_account_is_not_found_and_not_listed(log, gina, signed_in):
    entry = log(label="secret.cn")
    stranger = signed_in(gina)
    assert stranger.get(f"/logs/{entry.public_id}/").status_code == 404
    assert "secret.cn" not in stranger.get("/logs/").content.decode()


@pytest.mark.parametrize("count", [3, 300])
def test_list_costs_the_same_whatever_its_length(count, pages, log, at_most_queries):
    for number in range(count):
        log(label=f"row {number}")
    pages.get("/logs/")
    with at_most_queries(6):
        assert pages.get("/logs/").status_code == 200


def test_account_reads_that_staff_acted_but_not_who(pages, owner, staff_actor):
    with acting_as(staff_actor):
        about = Membership.objects.get(user_id=owner.user_id)
        record(actor=staff_actor, action="member.joined", about=about)
    text = pages.get("/logs/").content.decode()
    assert "Registrar staff" in text
    assert "Rex" not in text
    assert "Member joined" in pages.get("/logs/?q=member.joined").content.decode()
    assert "/logs/log_" not in pages.get("/logs/?actor=Rex").content.decode()
