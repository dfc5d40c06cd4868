"""The choice of authority, kept as data: what fits, what is refused, who may."""

from dataclasses import replace

import pytest
from django.urls import reverse

from registrar.errors import InvalidInput, NotPermitted
from registrar.tenancy.context import acting_as
from verification.authorities.route_rules import clean_suffix
from verification.models import AuthorityRoute
from verification.services.authority_routes import add_route, edit_route, remove_route

LIST = "/admin/verification/authorityroute/"


def page(name, *args):
    return reverse(f"admin:verification_authorityroute_{name}", args=args)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        (" . ", ""),
        ("*", ""),
        ("cn", "cn"),
        (".COM.CN", "com.cn"),
        ("*.net", "net"),
        ("公司.cn", "公司.cn"),
        ("xn--55qx5d.cn", "公司.cn"),
        ("xn--fiqs8s", "中国"),
        ("ｃｎ", "cn"),
        ("example", "example"),
    ],
)
def test_suffix_is_kept_as_domains_keep_theirs(typed, kept):
    assert clean_suffix(typed) == kept


@pytest.mark.parametrize("typed", ["shili.cn", "a b", "-.cn", "cn/", "x" * 64, "..cn..com"])
def test_suffix_that_no_domain_has_is_refused(typed):
    with pytest.raises(InvalidInput) as refusal:
        clean_suffix(typed)
    assert [error.field for error in refusal.value.errors] == ["suffix"]


def test_operator_adds_changes_and_removes_a_choice(
    make_authority, olga, browse, as_staff, history
):
    one, other = make_authority(), make_authority(name="Other")
    client = browse(olga)
    typed = {"suffix": ".COM.CN", "profile": "tencent", "authority": one.pk}
    assert client.post(page("new"), typed).url == LIST
    with as_staff():
        row = AuthorityRoute.objects.get()
    assert (row.suffix, row.profile, row.authority_id) == ("com.cn", "tencent", one.pk)
    assert 'value="com.cn"' in client.get(page("edit", row.pk)).text
    changed = typed | {"profile": "", "authority": other.pk}
    assert client.post(page("edit", row.pk), changed).url == LIST
    shown = client.get(LIST).text
    assert ".com.cn" in shown
    assert "Other" in shown
    assert client.get(page("remove", row.pk)).url == page("edit", row.pk)
    for words in ("The next most exact choice counts", "removed already"):
        assert words in client.post(page("remove", row.pk), follow=True).text
    lines = history(about="route")
    assert [line.action for line in lines] == ["added", "edited", "removed"]
    assert lines[1].before == {"suffix": "com.cn", "profile": "tencent", "authority": one.code}
    assert lines[1].after == {"suffix": "com.cn", "profile": "", "authority": other.code}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"suffix": "shili.cn"}, "shorter suffix"),
        ({"suffix": "a b"}, "This is no suffix"),
        ({"suffix": "com.cn"}, "There is a choice for this suffix and profile already"),
        ({"profile": "nobody's"}, "nobody&#x27;s"),
        ({"authority": "999999"}, "999999"),
        ({"authority": ""}, "This field is required"),
    ],
)
def test_choice_that_can_not_be_is_an_error_in_the_form(
    wrong, words, make_authority, do, olga, browse, as_staff
):
    row = make_authority()
    do(add_route, suffix="com.cn", profile="", authority_id=row.pk)
    typed = {"suffix": "cn", "profile": "", "authority": row.pk} | wrong
    answer = browse(olga).post(page("new"), typed)
    assert answer.status_code == 400
    assert words in answer.text
    with as_staff():
        assert AuthorityRoute.objects.count() == 1


def test_untouched_form_is_refused_at_the_authority(make_authority, olga, browse, as_staff):
    make_authority()
    client = browse(olga)
    form = client.get(page("new")).context["form"]
    untouched = {name: form[name].value() or "" for name in form.fields}
    assert 'value="" selected' in str(form["authority"])
    answer = client.post(page("new"), untouched)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == ["authority"]
    with as_staff():
        assert not AuthorityRoute.objects.exists()


def test_form_that_comes_from_an_authority_has_it_chosen(make_authority, olga, browse):
    make_authority()
    row = make_authority()
    form = browse(olga).get(page("new"), {"authority": row.pk}).context["form"]
    assert f'value="{row.pk}" selected' in str(form["authority"])


def test_editing_onto_another_choice_is_refused(make_authority, do, as_staff):
    row = make_authority()
    do(add_route, suffix="cn", profile="", authority_id=row.pk)
    second = do(add_route, suffix="net", profile="", authority_id=row.pk)
    with pytest.raises(InvalidInput):
        do(edit_route, route_id=second.pk, suffix="cn", profile="", authority_id=row.pk)
    with as_staff():
        assert set(AuthorityRoute.objects.values_list("suffix", flat=True)) == {"cn", "net"}


def test_services_refuse_staff_without_the_permission(staff_actor, rita, make_authority, do):
    row = make_authority()
    route = do(add_route, suffix="cn", profile="", authority_id=row.pk)
    actor = replace(staff_actor, user_id=rita.pk)
    given = {"actor": actor, "suffix": "net", "profile": "", "authority_id": row.pk}
    calls = [
        lambda: add_route(**given),
        lambda: edit_route(route_id=route.pk, **given),
        lambda: remove_route(actor=actor, route_id=route.pk),
    ]
    for call in calls:
        with acting_as(actor), pytest.raises(NotPermitted):
            call()


def test_without_an_authority_the_form_says_what_comes_first(olga, browse):
    assert "There is no authority yet" in browse(olga).get(page("new")).text
