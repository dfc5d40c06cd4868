"""Restricted words and subjects at the domains' doors: nothing is written, nothing is sent."""

import pytest

from domains.gates import target_blockers
from domains.gating import target_of
from domains.models import Domain, Operation
from domains.names import labels_of, to_ascii
from domains.services.domains import add_domain
from domains.services.operations import request_operation, submit_operation
from domains.views.change_registrant import templates_for
from registrar.accounts.permissions import Permission
from registrar.errors import Blocked, InvalidInput
from registrar.tenancy.context import acting_as
from tests.restricted import listed

pytestmark = pytest.mark.django_db
SCOPES = (Permission.OPERATIONS_WRITE, Permission.SENSITIVE)


@pytest.fixture
def actor(key_of, acme):
    return key_of(acme, *SCOPES)


def refusal(actor, **asked):
    with acting_as(actor):
        with pytest.raises((Blocked, InvalidInput)) as refused:
            request_operation(actor=actor, **asked)
        assert Operation.objects.count() == 0
    return refused.value


@pytest.mark.parametrize(
    "name",
    ["中国样例.com", "中國样例.cn", "china-sample.com", "mychinashop.cn", "a.chi-na.com"],
)
def test_domain_name_with_a_special_word_does_not_come_in(acme, make_domain, inside, name):
    with pytest.raises(InvalidInput) as refused:
        make_domain(acme, name)
    assert [(e.field, e.code) for e in refused.value.errors] == [("name", "restricted_word")]
    with inside(acme):
        assert Domain.objects.count() == 0


@pytest.mark.parametrize(
    "name", ["example.中国", "xn--fsq270a.xn--fiqs8s", "ch1na.com", "zhongguo.cn"]
)
def test_suffix_and_look_alikes_are_no_restricted_words(acme, make_domain, name):
    assert make_domain(acme, name).name == to_ascii(name)


def test_a_label_words_stand_alone_and_are_not_joined_across_the_dot(acme, make_domain):
    assert make_domain(acme, "na.chi.com").name == "na.chi.com"


def test_allowed_label_comes_in(acme, make_domain, allow_name):
    allow_name("china-sample")
    assert make_domain(acme, "ChinaSample.com").name == "chinasample.com"


def test_domain_that_is_here_already_is_not_touched(acme, make_domain, inside):
    domain = make_domain(acme, "jinci.com")
    listed("words", word="jinci", kind="policy_word")
    with inside(acme):
        assert Domain.objects.get(pk=domain.pk).service_status == domain.service_status


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("example.com", ("example",)),
        ("a.b.com.cn", ("a", "b")),
        ("中国样例.公司.cn", ("中国样例",)),
        ("example.中国", ("example",)),
        ("x.unheardof", ("x",)),
    ],
)
def test_labels_are_those_left_of_the_suffix_as_people_read_them(name, labels):
    assert labels_of(to_ascii(name)) == labels


def test_domain_does_not_move_to_a_restricted_holder(actor, acme, make_domain, make_template):
    domain, template = make_domain(acme), make_template(acme)
    listed("subjects", cause="in_proceedings", name=template.name_zh, valid_until="2999-12-30")
    found = refusal(actor, kind="change_registrant", domain=domain, template=template)
    assert found.code == "operation_blocked"
    assert [error.code for error in found.errors] == ["subject_restricted"]
    assert found.blocked_until.isoformat() == "2999-12-31"


def test_domain_does_not_move_to_a_holder_with_a_restricted_word(
    actor, acme, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme, name_zh="全国样例协会")
    found = refusal(actor, kind="change_registrant", domain=domain, template=template)
    assert [error.code for error in found.errors] == ["restricted_word"]


def test_holder_who_is_listed_before_the_code_is_entered_stops_the_change(
    acme, alice, actor_of, enter_code, make_domain, make_template
):
    domain, template = make_domain(acme), make_template(acme)
    person = actor_of(acme, alice)
    with acting_as(person):
        waiting = request_operation(
            actor=person, kind="change_registrant", domain=domain, template=template
        )
    listed("subjects", cause="miit_list", name=template.name_zh)
    enter_code(alice, "change_registrant")
    with acting_as(person), pytest.raises(Blocked):
        submit_operation(actor=person, operation=waiting)


def test_each_cause_blocks_once_though_holder_and_contact_are_one(
    acme, make_domain, make_template, inside
):
    domain, template = make_domain(acme), make_template(acme)
    listed("subjects", cause="miit_list", name=template.name_zh)
    listed("subjects", cause="barred_by_registry", name=template.name_zh)
    with inside(acme):
        found = target_blockers(target_of(template, domain))
    assert [blocker.code for blocker in found] == ["subject_restricted"] * 2


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        ({"contact_name_zh": "李国家", "contact_name_en": "Li Guojia"}, "restricted_word"),
        ({"contact_name_zh": "某某某", "contact_name_en": "Mou Moumou"}, "subject_restricted"),
    ],
)
def test_restricted_contact_is_refused_at_its_field(actor, acme, make_domain, contact, code):
    domain = make_domain(acme)
    listed("subjects", cause="miit_list", name="某某某", holder_type="individual")
    found = refusal(actor, kind="edit_contacts", domain=domain, payload={"contact": contact})
    assert ("contact.contact_name_zh", code) in {(e.field, e.code) for e in found.errors}


def test_page_offers_no_restricted_template(
    acme, alice, make_domain, make_template, enter_code, inside
):
    domain = make_domain(acme)
    listed("subjects", cause="miit_list", name="某某某")
    good = make_template(acme, name_zh="李样例")
    make_template(acme, name_zh="某某某")
    with inside(acme):
        assert templates_for(domain) == [good]


@pytest.mark.parametrize("size", [1, 12])
def test_offering_templates_takes_three_queries(
    acme, make_domain, make_template, inside, size, django_assert_num_queries
):
    domain = make_domain(acme)
    for _ in range(size):
        make_template(acme)
    with inside(acme), django_assert_num_queries(3):
        assert len(templates_for(domain)) == size


def test_add_domain_asks_before_it_looks_for_the_name(acme, make_domain, key_of):
    actor = key_of(acme, Permission.DOMAINS_WRITE)
    with acting_as(actor), pytest.raises(InvalidInput):
        add_domain(actor=actor, name="中国.com", registered_at=None, expires_at=None)
