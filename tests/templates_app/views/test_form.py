import re
from dataclasses import asdict

import pytest

from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.templates_app.samples import HOSTILE, NUMBER, OTHER_NUMBER, PERSON

pytestmark = pytest.mark.django_db

BODY = asdict(PERSON)
NEW = "/templates/new/?holder=individual"


def token_in(response):
    return re.search(r'name="token" value="([^"]*)"', response.content.decode())[1]


def stored(account):
    with acting_as(system_actor(account.pk)):
        return list(InfoTemplate.objects.order_by("id"))


def test_new_template_is_saved_and_shown(browse, alice, acme):
    client = browse(alice)
    page = client.get(NEW)
    assert page.status_code == 200
    saved = client.post(NEW, BODY | {"token": token_in(page)}, follow=True)
    (template,) = stored(acme)
    assert saved.redirect_chain == [(f"/templates/{template.public_id}/", 302)]
    assert "李晓明" in saved.content.decode()
    assert NUMBER not in saved.content.decode()


def test_new_template_sent_twice_is_made_once(browse, alice, acme):
    client = browse(alice)
    body = BODY | {"token": token_in(client.get(NEW))}
    first, second = client.post(NEW, body), client.post(NEW, body)
    assert first["Location"] == second["Location"]
    assert len(stored(acme)) == 1


@pytest.mark.parametrize("token", ["", "junk", "a:b:c", "\0"])
def test_damaged_token_does_no_harm(browse, alice, acme, token):
    assert browse(alice).post(NEW, BODY | {"token": token}).status_code in (302, 400)


def test_empty_english_fields_are_filled_and_can_be_seen(browse, alice):
    response = browse(alice).post(NEW, BODY | {"name_en": "", "email": "no address"})
    assert response.status_code == 400
    html = response.content.decode()
    assert 'value="Li Xiaoming"' in html
    assert "This is no e-mail address." in html
    assert "no-store" in response["Cache-Control"]


def test_refused_form_shows_every_field_with_its_error_and_what_was_typed(browse, alice, acme):
    wrong = BODY | {"document_number": "110105194912310021", "contact_name_zh": "示例有限公司"}
    html = browse(alice).post(NEW, wrong).content.decode()
    assert "check digit" in html
    assert "The contact must be a person." in html
    assert 'value="示例有限公司"' in html
    assert stored(acme) == []


def test_organisation_gets_its_own_document_types(browse, alice):
    client = browse(alice)
    assert 'value="YYZZ"' in client.get("/templates/new/?holder=organization").content.decode()
    assert 'value="YYZZ"' not in client.get(NEW).content.decode()
    assert client.get("/templates/new/?holder=robot").status_code == 200


def test_document_type_of_the_other_holder_type_is_refused(browse, alice):
    response = browse(alice).post(NEW, BODY | {"document_type": "YYZZ"})
    assert response.status_code == 400
    assert "does not suit the holder type" in response.content.decode()


def test_refused_form_shows_the_doubts_beside_the_errors(browse, alice):
    wrong = BODY | {"email": "", "name_en": "Wang Wu"}
    assert "does not fit any reading" in browse(alice).post(NEW, wrong).content.decode()


@pytest.mark.parametrize("name", [*sorted(BODY), "token"])
def test_hostile_text_never_breaks_the_page(browse, alice, name):
    client = browse(alice)
    for text in HOSTILE:
        response = client.post(NEW, BODY | {name: text})
        assert response.status_code in (302, 400), text[:20]
        assert "<script>alert(1)" not in response.content.decode()


def test_saved_warnings_stand_beside_their_fields(browse, alice, acme, make_template):
    template = make_template(acme, name_en="Wang Wu")
    client = browse(alice)
    warning = "does not fit any reading"
    assert warning in client.get(f"/templates/{template.public_id}/").content.decode()
    assert warning in client.get(f"/templates/{template.public_id}/edit/").content.decode()


def test_edit_form_holds_everything_but_the_number(browse, alice, acme, make_template):
    template = make_template(acme)
    html = browse(alice).get(f"/templates/{template.public_id}/edit/").content.decode()
    assert 'value="朝阳区建国路88号"' in html
    assert NUMBER not in html
    assert "Leave it empty to keep 110***********002X." in html


def test_edit_without_a_number_keeps_it(browse, alice, acme, make_template):
    template = make_template(acme)
    client = browse(alice)
    path = f"/templates/{template.public_id}/edit/"
    body = BODY | {"document_number": "", "city": "天津市", "token": token_in(client.get(path))}
    assert client.post(path, body).status_code == 302
    (kept,) = stored(acme)
    assert (kept.city, kept.document_number) == ("天津市", NUMBER)


def test_second_editor_sees_what_the_first_saved_and_keeps_their_own(
    browse, alice, bob, acme, make_template
):
    path = f"/templates/{make_template(acme).public_id}/edit/"
    first, second = browse(alice), browse(bob)
    token = token_in(second.get(path))
    first.post(path, BODY | {"city": "天津市", "token": token_in(first.get(path))})
    refused = second.post(path, BODY | {"city": "上海市", "token": token})
    assert refused.status_code == 409
    html = refused.content.decode()
    assert "City: 天津市" in html
    assert 'value="上海市"' in html
    assert stored(acme)[0].city == "天津市"
    again = second.post(path, BODY | {"city": "上海市", "token": token_in(refused)})
    assert again.status_code == 302
    assert stored(acme)[0].city == "上海市"


def test_edit_without_a_token_overwrites_nothing(browse, alice, acme, make_template):
    path = f"/templates/{make_template(acme).public_id}/edit/"
    assert browse(alice).post(path, BODY | {"city": "天津市"}).status_code == 409
    assert stored(acme)[0].city == "北京市"


def test_new_version_is_prefilled_and_follows(browse, alice, acme, make_template):
    old = make_template(acme, "verified")
    client = browse(alice)
    path = f"/templates/{old.public_id}/new-version/"
    page = client.get(path)
    assert 'value="李晓明"' in page.content.decode()
    body = BODY | {"document_number": OTHER_NUMBER, "token": token_in(page)}
    assert client.post(path, body).status_code == 302
    assert client.post(path, body).status_code == 302
    first, second = stored(acme)
    assert (second.previous_id, second.version, second.state) == (first.pk, 2, "unverified")


def test_romanise_answers_what_was_sent(browse, alice):
    client = browse(alice)
    answer = client.post("/templates/romanise/", {"holder_type": "individual", "name_zh": "单晓明"})
    assert answer.json() == {"name_en": "Shan Xiaoming", "contact_name_en": "", "address_en": ""}
    for text in HOSTILE:
        sent = {"holder_type": text, "name_zh": text, "address_zh": text}
        assert client.post("/templates/romanise/", sent).status_code in (200, 400)
    assert client.get("/templates/romanise/").status_code == 405


def test_number_is_judged_while_typing_and_not_repeated(browse, alice, acme):
    client = browse(alice)

    def judged(number, document_type="SFZ"):
        sent = {"document_type": document_type, "document_number": number}
        response = client.post("/templates/check-number/", sent)
        assert response.status_code in (200, 400)
        assert "no-store" in response.get("Cache-Control", "no-store")
        return response.content.decode()

    assert "finding-ok" in judged(NUMBER)
    wrong = judged("110105194912310021")
    assert "finding-bad" in wrong
    assert "110105194912310021" not in wrong
    assert judged("").strip() == judged(NUMBER, "").strip() == ""
    for text in HOSTILE:
        assert "<script>" not in judged(text)
    with acting_as(system_actor(acme.pk)):
        assert not LogEntry.objects.exists()


def test_stored_number_can_not_bring_markup_into_the_form(browse, alice, acme, make_template):
    passport = {"document_type": "HZ", "document_number": "<i>E1234567890123456</i>"}
    template = make_template(acme, **passport)
    page = browse(alice).get(f"/templates/{template.public_id}/edit/").content.decode()
    assert "&lt;I&gt;***" in page
    assert "<I>***" not in page
