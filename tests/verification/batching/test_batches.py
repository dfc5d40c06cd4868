"""POST /verifications with `items`: many submissions, each when its pictures are ready."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from registrar.accounts.models import ApiKey
from registrar.batches.models import Batch, BatchItem
from registrar.batches.tasks import run_items
from tests.verification.api.readings import read_as_card, waits
from tests.verification.data import OTHER_NUMBER
from verification.models import Submission

pytestmark = pytest.mark.django_db
URL = "/api/v1/verifications"


@pytest.fixture
def material(owner, upload):
    return upload(owner)


@pytest.fixture
def ask(client, acme, make_key):
    headers = make_key(acme)

    def send(*items, key=headers):
        return client.post(URL, {"items": items}, content_type="application/json", headers=key)

    return send


@pytest.fixture
def worked(acme, inside, monkeypatch):
    """Workers have done what is due, and what was put off is due once more."""

    def work():
        past = timezone.now() - dt.timedelta(seconds=1)
        with inside(acme):
            BatchItem.objects.filter(due_at__isnull=False).update(due_at=past)
            batch = Batch.objects.get()
        run_items.run(batch.pk, acme.pk)

    return work


@pytest.fixture
def items(client, acme, make_key, inside):
    def read(*scopes):
        with inside(acme):
            batch = Batch.objects.get()
        path = f"/api/v1/batches/{batch.public_id}/items"
        return client.get(path, headers=make_key(acme, *scopes)).json()["items"]

    return read


def handing_in(template, material, **more):
    return {"template": template.public_id, "materials": [material.public_id], **more}


def test_items_wait_for_a_worker_who_hands_them_in(
    acme, inside, ask, make_template, make_domain, material, worked, items
):
    template, domain = make_template(acme), make_domain(acme, "a.com")
    about_domain = {
        "domain": "A.com",
        "document_type": "SFZ",
        "document_number": template.document_number,
        "materials": [material.public_id],
    }
    answer = ask(handing_in(template, material), about_domain)
    assert answer.status_code == 202
    assert [i["state"] for i in answer.json()["items"]] == ["waiting", "waiting"]
    assert [i["template"] for i in answer.json()["items"]] == [template.public_id, None]
    with inside(acme):
        assert not Submission.objects.exists()
    worked()
    done = items()
    assert [(i["item_state"], i["state"]) for i in done] == [("done", "submitted")] * 2
    assert [i["domain"] for i in done] == [None, domain.name]
    with inside(acme):
        assert [s.public_id for s in Submission.objects.order_by("pk")] == [i["id"] for i in done]
        assert not BatchItem.objects.filter(asked__isnull=False).exists()


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"colour": "red"}, {"colour"}),
        ({"template": "tpl_nonsense"}, {"template"}),
        ({"materials": ["mat_nonsense"]}, {"materials.0"}),
        ({"domain": "a.com"}, {"template", "domain"}),
        ({"materials": None}, {"materials"}),
    ],
)
def test_item_that_can_not_be_right_is_refused_at_once(
    acme, ask, make_template, material, changes, fields
):
    template = make_template(acme)
    answer = ask(handing_in(template, material) | changes, handing_in(template, material))
    refused, waiting = answer.json()["items"]
    assert refused["problem"]["status"] == 400
    assert {error["field"] for error in refused["problem"]["errors"]} == fields
    assert waiting["item_state"] == "waiting"


def test_another_accounts_things_are_not_found(
    acme, globex, ask, make_template, make_domain, material
):
    make_domain(globex, "theirs.com")
    theirs, mine = make_template(globex), make_template(acme)
    answer = ask(
        handing_in(theirs, material),
        {"domain": "theirs.com", "materials": [material.public_id]},
        handing_in(mine, material),
    ).json()
    codes = [i["problem"] and i["problem"]["errors"][0]["code"] for i in answer["items"]]
    assert codes == ["not_found", "not_found", None]


def test_picture_that_is_still_read_is_waited_for(
    acme, settings, ask, make_template, material, worked, items
):
    settings.READ_PICTURES = True
    waits(material)
    ask(handing_in(make_template(acme), material))
    worked()
    assert items()[0]["item_state"] == "waiting"
    read_as_card(material)
    worked()
    assert items()[0]["item_state"] == "done"


def test_picture_that_nobody_reads_fails_the_item_for_now(
    acme, settings, ask, make_template, material, worked, items, monkeypatch
):
    settings.READ_PICTURES = True
    monkeypatch.setattr("registrar.batches.services.carrying_out.MOST_LOOKS", 2)
    waits(material)
    ask(handing_in(make_template(acme), material))
    worked()
    worked()
    [item] = items()
    assert (item["item_state"], item["problem"]["code"]) == ("failed", "pictures_pending")


def test_what_was_read_is_told_to_those_only_who_may_see_the_picture(
    acme, settings, ask, make_template, material, worked, items
):
    settings.READ_PICTURES = True
    read_as_card(material, number=OTHER_NUMBER)
    ask(handing_in(make_template(acme), material))
    worked()
    [whole] = items()
    [outline] = items("verifications:read")
    for item in (whole, outline):
        assert item["item_state"] == "refused"
        assert [e["code"] for e in item["problem"]["errors"]] == ["number_mismatch"]
    assert whole["problem"]["errors"][0]["message"] != outline["problem"]["errors"][0]["message"]
    assert "pictures" in outline["problem"]["errors"][0]["message"]


def test_what_was_read_is_told_in_the_readers_language(
    acme, settings, ask, make_template, material, worked, items
):
    settings.READ_PICTURES = True
    read_as_card(material, number=OTHER_NUMBER)
    ask(handing_in(make_template(acme), material))
    with translation.override("zh-hans"):
        worked()
    [item] = items()
    message = item["problem"]["errors"][0]["message"]
    assert message.replace("“", "").replace("”", "").isascii(), message


def test_key_that_is_revoked_meanwhile_hands_nothing_in(
    acme, inside, ask, make_template, material, worked, items
):
    ask(handing_in(make_template(acme), material))
    with inside(acme):
        ApiKey.objects.update(revoked_at=timezone.now())
    worked()
    assert items()[0]["item_state"] == "failed"
    with inside(acme):
        assert not Submission.objects.exists()


def test_batch_needs_the_writing_scope(acme, ask, make_key, make_template, material):
    reading = make_key(acme, "verifications:read")
    assert ask(handing_in(make_template(acme), material), key=reading).status_code == 403
