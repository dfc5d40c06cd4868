"""Where steps lead: to the page about what failed, for those who may use it."""

import pytest

from registrar.accounts.permissions import Role
from tests.verification.data import NUMBER
from verification.catalogue.model import LINK_KEYS, TARGETS, LocalisedLink
from verification.models import Submission
from verification.step_links import (
    described_link,
    links_for_domain,
    links_for_submission,
    links_for_template,
    links_in_general,
    no_links,
    support_url,
    target_link,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(acme, make_template):
    return make_template(acme, state="failed")


@pytest.fixture
def domain(acme, make_domain, template):
    return make_domain(acme, "shili.com", template=template, real_name="failed")


def test_template_links_lead_to_this_template(owner, template):
    links = links_for_template(template, owner)
    assert set(links) == LINK_KEYS
    assert links["edit_template"] == f"/templates/{template.public_id}/edit/"
    assert links["resubmit"] == links["upload"] == f"/templates/{template.public_id}/verify/"
    assert links["wait"] == f"/templates/{template.public_id}/"
    assert links["support"] == f"/support/new/?template={template.public_id}"
    assert links["change_registrant"] == ""


@pytest.mark.parametrize(
    ("state", "page"), [("unverified", "edit/"), ("verified", "new-version/"), ("disabled", None)]
)
def test_what_cannot_be_edited_gets_a_new_version_or_nothing(
    acme, owner, make_template, state, page
):
    template = make_template(acme, state=state)
    wanted = f"/templates/{template.public_id}/{page}" if page else ""
    assert links_for_template(template, owner)["edit_template"] == wanted


def test_domain_links_lead_to_this_domain(owner, domain, template, inside, acme):
    with inside(acme):
        links = links_for_domain(domain, owner)
    assert set(links) == LINK_KEYS
    assert links["resubmit"] == "/domains/shili.com/reverify/resubmit/"
    assert links["change_registrant"] == "/domains/shili.com/reverify/change/"
    assert links["wait"] == "/domains/shili.com/reverify/"
    assert links["edit_template"] == f"/templates/{template.public_id}/edit/"


def test_domain_without_template_has_none_to_edit(acme, owner, make_domain, inside):
    domain = make_domain(acme, "bare.com")
    with inside(acme):
        assert links_for_domain(domain, owner)["edit_template"] == ""


def test_domain_links_cost_one_query(owner, domain, inside, acme, django_assert_num_queries):
    with inside(acme), django_assert_num_queries(1):
        links_for_domain(domain, owner)


def test_submission_links_are_those_of_what_it_is_about(acme, owner, domain, template, inside):
    about_domain = Submission(domain=domain)
    about_template = Submission(template=template)
    with inside(acme):
        links = links_for_submission(about_domain, owner)
        assert links["resubmit"] == "/domains/shili.com/reverify/resubmit/"
        assert links["support"] == f"/support/new/?submission={about_domain.public_id}"
        links = links_for_submission(about_template, owner)
    assert links["resubmit"] == f"/templates/{template.public_id}/verify/"
    assert links["support"] == f"/support/new/?submission={about_template.public_id}"
    assert NUMBER not in "".join(links.values())


def test_viewer_gets_only_what_a_viewer_may_use(acme, vera, actor_of):
    links = links_in_general(actor_of(acme, vera, Role.VIEWER))
    assert {key for key, url in links.items() if url} == {"templates", "domains"}


def test_support_is_asked_about_a_message_unless_it_is_too_long_for_an_address():
    assert support_url("message", "a b") == "/support/new/?message=a+b"
    assert support_url("message", "火" * 600) == support_url() == "/support/new/"


def test_staff_get_no_way_into_an_account():
    assert no_links() == dict.fromkeys(LINK_KEYS, "")


@pytest.mark.parametrize("key", sorted(LINK_KEYS))
def test_every_key_has_a_label_and_an_address_in_general_except_waiting(key):
    link = described_link(LocalisedLink(key))
    assert link["label"]
    assert bool(link["url"]) == (key != "wait")


def test_external_links_stay_as_they_are():
    link = described_link(LocalisedLink("external", "https://www.cods.org.cn/", "Look up"))
    assert link == {"key": "external", "url": "https://www.cods.org.cn/", "label": "Look up"}


def test_targets_without_a_page_of_ours_lead_nowhere():
    without = {target for target in TARGETS if target_link(target) is None}
    assert without == {"register", "transfer_in", "renew", "none"}
