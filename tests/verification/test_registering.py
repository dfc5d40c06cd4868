from dataclasses import replace

import pytest
from django.urls import reverse

from domains.failures import failure_of
from domains.models import Operation
from domains.timeline import timeline_of
from registrar.tenancy.context import acting_as
from tests.verification.data import NUMBER
from verification.registering import find_submissions
from verification.services.submissions import submit_verification, withdraw_submission

pytestmark = pytest.mark.django_db


def test_template_page_leads_to_its_latest_submission(client, alice, submitted):
    client.force_login(alice)
    page = client.get(reverse("templates:detail", args=[submitted.template.public_id]))
    assert reverse("verification:detail", args=[submitted.public_id]) in page.content.decode()


def test_template_page_offers_the_submission(client, alice, acme, make_template):
    client.force_login(alice)
    template = make_template(acme)
    page = client.get(reverse("templates:detail", args=[template.public_id])).content.decode()
    assert reverse("verification:submit_template", args=[template.public_id]) in page


def test_registrys_messages_of_an_operation_are_explained():
    operation = Operation(state="failed", raw_messages=["证件已过期，请提交有效的证件图片"])
    assert [reason["code"] for reason in failure_of(operation)["reasons"]] == ["document_expired"]


def test_domains_timeline_tells_of_submission_and_end(acme, owner, make_domain, upload):
    domain, material = make_domain(acme, "acme.com"), upload(owner)
    with acting_as(owner):
        submission = submit_verification(
            actor=owner,
            domain=domain,
            document_type="SFZ",
            document_number=NUMBER,
            materials=[material],
        )
    with acting_as(owner):
        withdraw_submission(actor=owner, submission=submission)
        mine = [item for item in timeline_of(domain) if submission.public_id in item.url]
    assert [item.tone for item in mine] == ["info", "info"]
    assert mine[0].at > mine[1].at


def test_search_finds_no_submissions_for_those_who_may_not_see_them(
    submitted, acme, actor_of, alice
):
    reader = actor_of(acme, alice)
    stranger = replace(reader, permissions=frozenset())
    for actor, found in ((reader, 1), (stranger, 0)):
        with acting_as(actor):
            assert len(find_submissions(submitted.public_id, 5)) == found
