"""Adding, changing and removing authorities: what is refused, what is kept, what is never shown."""

from dataclasses import asdict, replace

import pytest
from django.db import connection
from django.db.utils import InternalError, ProgrammingError
from django.urls import reverse

from registrar.errors import InvalidInput, NotPermitted, StateConflict
from registrar.tenancy.context import acting_as
from tests.verification.authorities.admin.conftest import SECRET, THEIRS, TYPED
from verification.authorities.connection_rules import Connection
from verification.models import Authority, AuthorityChange
from verification.services.authorities import (
    add_authority,
    drop_old_secret,
    edit_authority,
    remove_authority,
)
from verification.services.authority_routes import add_route

GIVEN = Connection(**(TYPED | {"timeout": 20}))
NEW_SECRET = "fresh-0123456789abcdef0123456789abcdef"
LIST = "/admin/verification/authority/"


def page(name, row):
    return reverse(f"admin:verification_authority_{name}", args=[row.pk])


def refused(do, **wrong):
    with pytest.raises(InvalidInput) as refusal:
        do(add_authority, given=replace(GIVEN, **wrong))
    return {error.field for error in refusal.value.errors}


def everything_said(history):
    return str([(c.before, c.after, c.reason, c.object_label) for c in history()])


def test_operator_adds_one_and_the_history_tells_it_without_secrets(
    olga, browse, as_staff, history
):
    answer = browse(olga).post(f"{LIST}new/", TYPED, follow=True)
    assert answer.status_code == 200
    with as_staff():
        row = Authority.objects.get(code="cnnic")
    assert (row.secret, row.callback_secret, row.timeout) == (SECRET, THEIRS, 20)
    assert [(c.action, c.actor_label, c.ip) for c in history()] == [
        ("added", str(olga), "127.0.0.1")
    ]
    assert history()[0].after["secret"] == "set"
    for text in (answer.text, everything_said(history)):
        assert SECRET not in text
        assert THEIRS not in text


@pytest.mark.parametrize("what", ["change", "edit", "status"])
def test_no_page_ever_holds_a_secret(what, make_authority, do, olga, browse):
    row = make_authority()
    do(
        edit_authority,
        authority_id=row.pk,
        given=replace(GIVEN, secret="", callback_secret=NEW_SECRET),
    )
    text = browse(olga).get(page(what, row)).text
    assert not [s for s in (SECRET, THEIRS, NEW_SECRET) if s in text]


def test_refused_form_keeps_what_was_typed_but_no_secret(olga, browse):
    typed = TYPED | {"base_url": "http://verify.example", "name": "中国互联网络"}
    answer = browse(olga).post(f"{LIST}new/", typed)
    assert answer.status_code == 400
    assert "中国互联网络" in answer.text
    assert "must begin with https://" in answer.text
    assert "Type it again" in answer.text
    assert SECRET not in answer.text
    assert THEIRS not in answer.text


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"code": "CNNIC"}, {"code"}),
        ({"code": "-x"}, {"code"}),
        ({"code": "a" * 33}, {"code"}),
        ({"name": ""}, {"name"}),
        ({"name": "a\nb"}, {"name"}),
        ({"adapter": "epp"}, {"adapter"}),
        ({"base_url": ""}, {"base_url"}),
        ({"base_url": "http://verify.example"}, {"base_url"}),
        ({"base_url": "http://127.0.0.1:9000"}, {"base_url"}),
        ({"base_url": "ftp://verify.example"}, {"base_url"}),
        ({"base_url": "https://"}, {"base_url"}),
        ({"base_url": "https://a:b@verify.example"}, {"base_url"}),
        ({"base_url": "https://verify.example/?a=b"}, {"base_url"}),
        ({"base_url": "https://verify.example/#a"}, {"base_url"}),
        ({"base_url": "https://verify.example:99999"}, {"base_url"}),
        ({"base_url": "https://veri fy.example"}, {"base_url"}),
        ({"base_url": "https://" + "a" * 250}, {"base_url"}),
        ({"key_id": ""}, {"key_id"}),
        ({"key_id": "a b"}, {"key_id"}),
        ({"secret": ""}, {"secret"}),
        ({"secret": "x" * 31}, {"secret"}),
        ({"secret": f" {SECRET}"}, {"secret"}),
        ({"callback_key_id": ""}, {"callback_key_id"}),
        ({"callback_secret": ""}, {"callback_secret"}),
        ({"timeout": 1}, {"timeout"}),
        ({"timeout": 26}, {"timeout"}),
        ({"adapter": "simulated", "callback_key_id": "", "callback_secret": ""},
         {"base_url", "key_id", "secret"}),
    ],
)  # fmt: skip
def test_connection_that_can_not_be_is_refused_at_its_field(wrong, fields, do, settings, as_staff):
    settings.CELERY_TASK_SOFT_TIME_LIMIT = 60
    assert refused(do, **wrong) == fields
    with as_staff():
        assert not Authority.objects.filter(code=GIVEN.code).exists()


@pytest.mark.parametrize("host", ["127.0.0.1:9000", "localhost:9000", "[::1]:9000"])
def test_demo_may_speak_plainly_to_its_own_machine_only(host, do, settings):
    settings.DEMO = True
    assert do(add_authority, given=replace(GIVEN, base_url=f"http://{host}")).pk
    other = replace(GIVEN, code="other", base_url="http://192.0.2.1")
    with pytest.raises(InvalidInput):
        do(add_authority, given=other)


def test_form_asks_for_address_and_keys_only_where_there_are_any(olga, browse, as_staff):
    client = browse(olga)
    names = ("base_url", "key_id", "secret", "callback_key_id", "callback_secret")
    assert all(client.get(f"{LIST}new/").context["form"].fields[name].required for name in names)
    refused = client.post(f"{LIST}new/", TYPED | dict.fromkeys(names, ""))
    assert set(refused.context["form"].errors) == set(names)
    typed = TYPED | {"adapter": "simulated"} | dict.fromkeys(names, "")
    assert client.post(f"{LIST}new/", typed).status_code == 302
    with as_staff():
        row = Authority.objects.get(adapter="simulated")
    form = client.get(page("edit", row)).context["form"]
    assert set(form.fields) == {"name", "timeout"}
    answer = client.post(page("edit", row), {"name": "Inside", "timeout": "5"}, follow=True)
    assert "Inside" in answer.text


def test_form_names_everything_that_is_wrong_at_once(olga, browse):
    wrong = {"code": "Bad Code!", "base_url": "javascript:alert(1)", "timeout": "-5", "name": ""}
    answer = browse(olga).post(f"{LIST}new/", TYPED | wrong)
    errors = answer.context["form"].errors
    assert set(errors) == {*wrong, "secret", "callback_secret"}
    assert all(len(sentences) == 1 for sentences in errors.values())


def test_code_that_is_taken_is_named_with_everything_else(make_authority, olga, browse):
    make_authority(code="cnnic")
    for wrong in ({"base_url": "http://verify.example"}, {"timeout": "soon"}):
        answer = browse(olga).post(f"{LIST}new/", TYPED | wrong)
        expected = {"code", *wrong, "secret", "callback_secret"}
        assert set(answer.context["form"].errors) == expected


def test_edit_form_names_everything_that_is_wrong_at_once(make_authority, olga, browse):
    wrong = {"base_url": "javascript:alert(1)", "timeout": "-5"}
    typed = TYPED | {"secret": "", "callback_secret": ""} | wrong
    answer = browse(olga).post(page("edit", make_authority()), typed)
    assert set(answer.context["form"].errors) == set(wrong)


def test_code_that_is_taken_is_an_error_in_the_form(make_authority, olga, browse):
    make_authority(code="cnnic")
    answer = browse(olga).post(f"{LIST}new/", TYPED)
    assert answer.status_code == 400
    assert "Another authority has this code" in answer.text


def test_edit_without_secrets_keeps_them_and_writes_what_changed(
    make_authority, do, fresh, history
):
    row = make_authority()
    given = replace(GIVEN, code="x", adapter="simulated", name="New", secret="", callback_secret="")
    do(edit_authority, authority_id=row.pk, given=given)
    now = fresh(row)
    assert (now.code, now.adapter, now.name) == (row.code, "http", "New")
    assert (now.secret, now.callback_secret, now.callback_secret_before) == (SECRET, THEIRS, "")
    change = history()[-1]
    assert (change.before, change.after) == ({"name": "CNNIC"}, {"name": "New"})


def test_edit_that_changes_nothing_writes_nothing(make_authority, do, history):
    row = make_authority()
    do(edit_authority, authority_id=row.pk, given=GIVEN)
    assert [c.action for c in history()] == ["added"]


def test_new_secret_of_theirs_lets_the_old_one_count_until_it_is_dropped(
    make_authority, do, fresh, history, olga, browse
):
    row = make_authority()
    typed = TYPED | {"secret": NEW_SECRET, "callback_secret": NEW_SECRET}
    assert browse(olga).post(page("edit", row), typed).url == page("change", row)
    now = fresh(row)
    assert (now.secret, now.callback_secret) == (NEW_SECRET, NEW_SECRET)
    assert now.callback_secret_before == THEIRS
    assert history()[-1].after == {"secret": "changed", "callback_secret": "changed"}
    client = browse(olga)
    assert "Their old secret still counts" in client.get(page("change", row)).text
    for words in ("counts no longer", "no old secret any more"):
        answer = client.post(page("drop-secret", row), follow=True)
        assert words in answer.text
    assert fresh(row).callback_secret_before == ""
    assert [c.action for c in history()] == ["added", "edited", "secret_dropped"]
    assert NEW_SECRET not in everything_said(history)


def test_unused_one_is_removed_and_its_history_stays(make_authority, olga, browse, history):
    row = make_authority()
    client = browse(olga)
    assert "Remove this authority?" in client.get(page("change", row)).text
    for _ in range(2):
        assert client.post(page("remove", row)).url == LIST
    assert [c.action for c in history()] == ["added", "removed"]


def test_one_in_use_is_not_removed(make_authority, do, acme, send, olga, browse, fresh):
    routed, used = make_authority(), make_authority()
    do(add_route, suffix="cn", profile="", authority_id=routed.pk)
    send(acme, used)
    for row in (routed, used):
        with pytest.raises(StateConflict):
            do(remove_authority, authority_id=row.pk)
        client = browse(olga)
        assert "Remove this authority?" not in client.get(page("change", row)).text
        answer = client.post(page("remove", row), follow=True)
        assert "It is in use" in answer.text
        assert fresh(row).pk == row.pk


def test_services_refuse_staff_without_the_permission(staff_actor, rita, make_authority):
    row = make_authority()
    actor = replace(staff_actor, user_id=rita.pk)
    calls = [
        lambda: add_authority(actor=actor, given=GIVEN),
        lambda: edit_authority(actor=actor, authority_id=row.pk, given=GIVEN),
        lambda: drop_old_secret(actor=actor, authority_id=row.pk),
        lambda: remove_authority(actor=actor, authority_id=row.pk),
    ]
    for call in calls:
        with acting_as(actor), pytest.raises(NotPermitted):
            call()


def test_history_can_not_be_altered(make_authority, as_staff, history):
    make_authority()
    pk = history()[0].pk
    for act in (
        lambda: AuthorityChange.objects.filter(pk=pk).update(reason="x"),
        lambda: AuthorityChange.objects.filter(pk=pk).delete(),
    ):
        with pytest.raises((InternalError, ProgrammingError)), as_staff():
            act()


def test_account_sees_no_authority_and_no_history(make_authority, acme, inside):
    make_authority()
    with inside(acme):
        assert not Authority.objects.exists()
        assert not AuthorityChange.objects.exists()


def test_secrets_lie_sealed_in_the_database(make_authority, as_staff):
    make_authority()
    with as_staff(), connection.cursor() as cursor:
        cursor.execute("SELECT secret, callback_secret FROM verification_authority")
        columns = b"".join(bytes(value) for value in cursor.fetchone())
    assert SECRET.encode() not in columns
    assert THEIRS.encode() not in columns


def test_connection_says_no_secret_of_its_own():
    assert SECRET not in repr(GIVEN)
    assert SECRET in str(asdict(GIVEN))
