"""Staff's pages: who may look, who may write, and what they meet there."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from templates_app.models import InfoTemplate
from templates_app.restrictions.lists import LISTS, SUBJECTS
from tests.restricted import listed
from tests.templates_app.samples import MASKED, NUMBER

pytestmark = pytest.mark.django_db
GOOD = {
    "subjects": {"cause": "miit_list", "name": "某某样例", "note": "文号"},
    "words": {"word": "禁词", "kind": "policy_word", "in_domain_names": "on"},
    "allowed": {"name": "中国样例"},
}
ENTRY = {name: {k: v for k, v in values.items() if v != "on"} for name, values in GOOD.items()}


def page(list_name, what, *args):
    model = LISTS[list_name].model._meta.model_name
    return reverse(f"admin:templates_app_{model}_{what}", args=args)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("list_name", list(LISTS))
def test_keeper_adds_edits_and_removes(list_name, kit, browse, as_staff, language):
    client = browse(kit, language)
    model = LISTS[list_name].model
    with as_staff():
        before = model.objects.count()
    assert client.get(page(list_name, "new")).status_code == 200
    added = client.post(page(list_name, "new"), GOOD[list_name])
    with as_staff():
        made = model.objects.order_by("-pk").first()
        assert model.objects.count() == before + 1
    assert added.url == page(list_name, "change", made.pk)
    shown = client.get(added.url)
    assert (shown.status_code, str(made) in shown.text) == (200, True)
    assert client.get(page(list_name, "edit", made.pk)).status_code == 200
    edited = client.post(page(list_name, "edit", made.pk), GOOD[list_name] | {"note": "更正"})
    assert edited.status_code == 302
    assert "更正" in client.get(added.url).text
    assert client.get(page(list_name, "remove", made.pk)).url == added.url
    assert client.post(page(list_name, "remove", made.pk)).url == page(list_name, "changelist")
    assert str(made) not in client.get(page(list_name, "changelist")).text
    assert str(made) in client.get(page(list_name, "changelist"), {"removed": "yes"}).text
    assert client.get(page(list_name, "edit", made.pk)).status_code == 404
    assert client.get(added.url).status_code == 200


@pytest.mark.parametrize("list_name", list(LISTS))
def test_refused_entry_keeps_what_was_typed(list_name, kit, browse):
    wrong = dict.fromkeys(GOOD[list_name], "=1") | {"note": "mine"}
    answer = browse(kit).post(page(list_name, "new"), wrong)
    assert answer.status_code == 400
    assert "mine" in answer.text
    assert "field-error" in answer.text


def test_words_checkboxes_say_where_it_counts(kit, browse, as_staff):
    browse(kit).post(page("words", "new"), GOOD["words"])
    with as_staff():
        word = LISTS["words"].model.objects.get(word="禁词")
    where = (word.in_holder_names, word.in_contact_names, word.in_domain_names)
    assert where == (False, False, True)


@pytest.mark.parametrize("list_name", list(LISTS))
def test_reviewers_look_and_others_do_not(list_name, rita, stan, browse):
    entry = listed(list_name, **ENTRY[list_name])
    looks = [page(list_name, "changelist"), page(list_name, "change", entry.pk)]
    writes = [page(list_name, "new"), page(list_name, "import"), page(list_name, "apply")]
    writes += [page(list_name, what, entry.pk) for what in ("edit", "remove")]
    writes += [page("subjects", "bar", entry.pk)]
    for address in looks:
        seen = browse(rita).get(address)
        assert seen.status_code == 200
        assert page(list_name, "new") not in seen.text
        assert browse(stan).get(address).status_code == 403
    for address in writes:
        for client in (browse(rita), browse(stan)):
            assert client.get(address).status_code == 403
            assert client.post(address, GOOD[list_name]).status_code == 403


@pytest.mark.parametrize("list_name", list(LISTS))
def test_customers_end_at_the_staffs_sign_in(list_name, alice, browse):
    for what in ("changelist", "new", "import"):
        assert browse(alice).get(page(list_name, what)).status_code == 302
        assert browse(alice).post(page(list_name, what), GOOD[list_name]).status_code == 302


def test_number_is_shown_masked_only(kit, browse):
    entry = listed("subjects", cause="miit_list", name="某某", number=NUMBER)
    client = browse(kit)
    for address in (
        page("subjects", "changelist"),
        page("subjects", "change", entry.pk),
        page("subjects", "edit", entry.pk),
        reverse("admin:templates_app_restrictionchange_changelist"),
    ):
        text = client.get(address).text
        assert NUMBER not in text
        assert MASKED in text or "restrictionchange" in address


def test_page_of_a_subject_counts_its_templates_and_disables_them(
    kit, browse, acme, globex, make_template, inside
):
    make_template(acme, "verified")
    make_template(globex)
    entry = listed("subjects", cause="miit_list", name="李晓明")
    client = browse(kit)
    address = page("subjects", "change", entry.pk)
    assert "2 info templates that are still in use, in 2 accounts" in client.get(address).text
    assert client.get(page("subjects", "bar", entry.pk)).url == address
    assert client.post(page("subjects", "bar", entry.pk)).url == address
    after = client.get(address).text
    assert "2 info templates are disabled." in after
    assert "No info template that is still in use" in after
    with inside(acme):
        assert InfoTemplate.objects.get().disabled_reason == "barred"


def test_upload_shows_what_it_would_do_and_confirming_does_it(kit, browse, as_staff):
    client = browse(kit)
    content = f"cause,name,number\nmiit_list,甲样例,{NUMBER}\nnobody,<b>乙</b>,\n".encode()
    shown = client.post(page("subjects", "import"), {"file": io.BytesIO(content)})
    assert shown.status_code == 200
    assert "Add 1 entry" in shown.text
    assert "甲样例" in shown.text
    assert NUMBER not in shown.text
    assert "<b>乙" not in shown.text
    pending = str(shown.context["found"].pending)
    assert client.get(page("subjects", "apply")).url == page("subjects", "import")
    for expected in ("1 entries were added", "taken over already"):
        answer = client.post(page("subjects", "apply"), {"pending": pending}, follow=True)
        assert expected in answer.text
    with as_staff():
        assert SUBJECTS.model.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a,b\n1,2\n", b'cause\n"'])
def test_upload_that_can_not_be_read_says_so(kit, browse, content):
    answer = browse(kit).post(page("subjects", "import"), {"file": io.BytesIO(content)})
    assert answer.status_code == 400
    assert "field-error" in answer.text


def test_history_lists_every_change(kit, browse):
    listed("words", word="禁词", kind="policy_word")
    address = reverse("admin:templates_app_restrictionchange_changelist")
    shown = browse(kit).get(address)
    assert "禁词" in shown.text
    row = shown.context["cl"].result_list[0]
    detail = browse(kit).get(reverse("admin:templates_app_restrictionchange_change", args=[row.pk]))
    assert detail.status_code == 200
    assert 'name="_save"' not in detail.text


@pytest.mark.parametrize("list_name", list(LISTS))
def test_list_takes_the_same_queries_for_one_entry_and_for_many(list_name, kit, browse):
    client = browse(kit)
    field = "word" if list_name == "words" else "name"
    listed(list_name, **ENTRY[list_name])
    client.get(page(list_name, "changelist"))
    with CaptureQueriesContext(connection) as one:
        client.get(page(list_name, "changelist"))
    for number in range(3):
        listed(list_name, **ENTRY[list_name] | {field: f"样例词{number}"})
    with CaptureQueriesContext(connection) as many:
        client.get(page(list_name, "changelist"))
    assert len(many) == len(one)
