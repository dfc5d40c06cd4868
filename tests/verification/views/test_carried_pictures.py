"""A picture that filled a new template is there when the template is verified."""

import re
from dataclasses import asdict

import pytest
from django.urls import reverse

from registrar.accounts.permissions import ROLE_PERMISSIONS, Permission
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from templates_app.tokens import new_token
from tests.templates_app.samples import PERSON
from tests.verification.services.test_prechecked_submission import card
from tests.world import reading_of
from verification import carried_pictures
from verification.models import Material, MaterialReading, Submission

pytestmark = pytest.mark.django_db
NEW, READ = reverse("templates:new"), reverse("verification:what_was_read")


@pytest.fixture(autouse=True)
def reading(settings):
    settings.READ_PICTURES = True


@pytest.fixture
def material(owner, upload):
    material = upload(owner)
    with acting_as(owner):
        MaterialReading.objects.all().delete()
        reading_of(material, card(name=PERSON.name_zh, number=PERSON.document_number))
    return material


def token_in(page):
    return re.search(r'name="token" value="([^"]*)"', page.content.decode())[1]


@pytest.fixture
def verify_url(signed_in, owner, material):
    """The verification's page of a template that was filled from `material`."""
    filled(signed_in, token_in(signed_in.post(READ, {"materials": material.public_id})))
    with acting_as(owner):
        template = InfoTemplate.objects.get()
    return reverse("verification:submit_template", args=[template.public_id])


def filled(client, token, **values):
    """What the template's form answers that a page with `token` has led to."""
    form = client.post(NEW, {"prefill": "1", "token": token, "holder_type": "individual"})
    return client.post(NEW, asdict(PERSON) | values | {"token": token_in(form)})


def pictures_on(page):
    return re.findall(r'name="materials" value="(\w+)"', page.content.decode())


def test_picture_is_on_the_form_and_is_sent_with_it(signed_in, verify_url, material, owner):
    page = signed_in.get(verify_url)
    assert pictures_on(page) == [material.public_id]
    assert "are here already" in page.content.decode()
    assert "ready to submit" in page.content.decode()
    data = {"document_type": "SFZ", "materials": pictures_on(page), "submit": "1"}
    assert signed_in.post(verify_url, data).status_code == 302
    with acting_as(owner):
        assert Submission.objects.get().materials.get() == material


def test_picture_that_was_sent_before_is_not_offered_again(
    signed_in, verify_url, material, owner, acme
):
    signed_in.post(
        verify_url, {"document_type": "SFZ", "materials": material.public_id, "submit": "1"}
    )
    with acting_as(owner):
        # As after a failure: the template may be handed in again.
        Submission.objects.update(state="failed", stage="authority")
        InfoTemplate.objects.update(state="failed")
    page = signed_in.get(verify_url)
    assert page.status_code == 200
    assert pictures_on(page) == []


def test_those_of_earlier_templates_wait_while_others_are_filled(
    signed_in, verify_url, material, owner, upload
):
    others = [material.public_id, upload(owner).public_id]
    for at in range(20):
        signed_in.post(READ, {"materials": others[: 1 + at % 2]})
    assert pictures_on(signed_in.get(verify_url)) == [material.public_id]


def test_a_session_remembers_the_latest_of_many(signed_in, verify_url, material, monkeypatch):
    monkeypatch.setattr(carried_pictures, "_MOST", 3)
    for _look in range(4):
        signed_in.post(READ, {"materials": material.public_id})
    assert len(signed_in.session["pictures_of_templates"]) == 3
    assert pictures_on(signed_in.get(verify_url)) == []


def test_picture_taken_away_stays_away(signed_in, verify_url, material):
    page = signed_in.post(
        verify_url, {"document_type": "SFZ", "materials": [], "remove": material.public_id}
    )
    assert pictures_on(page) == []


def test_others_of_the_account_are_not_offered_it(client, verify_url, bob):
    client.logout()
    client.force_login(bob)
    assert pictures_on(client.get(verify_url)) == []


def test_other_templates_are_not_offered_it(signed_in, verify_url, acme, make_template):
    other = make_template(acme)
    url = reverse("verification:submit_template", args=[other.public_id])
    assert pictures_on(signed_in.get(url)) == []


def test_whoever_may_no_longer_see_pictures_is_not_offered_it(signed_in, verify_url, monkeypatch):
    rights = ROLE_PERMISSIONS["owner"] - {Permission.MATERIALS_READ}
    monkeypatch.setitem(ROLE_PERMISSIONS, "owner", rights)
    assert pictures_on(signed_in.get(verify_url)) == []


def test_pictures_of_another_account_are_not_carried(signed_in, verify_url, stranger, upload):
    """Whatever the session says: the account decides."""
    foreign = upload(stranger).public_id
    session = signed_in.session
    (entry,) = session["pictures_of_templates"]
    session["pictures_of_templates"] = {entry: [foreign, "junk"]}
    session.save()
    page = signed_in.get(verify_url)
    assert pictures_on(page) == []
    assert foreign not in page.content.decode()


def test_erased_picture_is_quietly_left_out(signed_in, verify_url, owner):
    with acting_as(owner):
        Material.objects.update(state="erased")
    assert pictures_on(signed_in.get(verify_url)) == []


def test_a_token_of_another_account_is_not_taken(signed_in, stranger):
    foreign = new_token(stranger)
    form = signed_in.post(NEW, {"prefill": "1", "token": foreign, "holder_type": "individual"})
    assert token_in(form) != foreign


def test_whoever_goes_back_and_on_again_makes_another_template(signed_in, material, owner):
    token = token_in(signed_in.post(READ, {"materials": material.public_id}))
    streets = ["样例路1号", "样例路2号"]
    made = [filled(signed_in, token, address_zh=street).url for street in streets]
    assert len(set(made)) == 2
    with acting_as(owner):
        kept = InfoTemplate.objects.order_by("pk").values_list("address_zh", flat=True)
        assert list(kept) == streets
