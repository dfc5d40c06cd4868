"""/domains/register/: the form, what it says of what is wrong, and where it leads."""

import pytest

from domains.models import Domain, Operation
from domains.registries.simulated.register import put_object
from tests.domains.services.pipeline import run_to_the_end

PAGE = "/domains/register/"


def text_of(answer):
    return answer.content.decode()


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def wanted(template):
    return {"name": "例子.cn", "template": template.public_id, "years": "2", "auto_renew": "on"}


@pytest.fixture
def only_operation(acme, inside):
    def get():
        with inside(acme):
            return Operation.objects.select_related("domain").get()

    return get


def test_form_ends_on_the_page_of_the_operation(browser, wanted, only_operation):
    answer = browser.post(PAGE, wanted)
    operation = only_operation()
    assert answer["Location"] == f"/operations/{operation.public_id}/"
    assert (operation.payload, operation.domain.auto_renew) == ({"years": 2}, True)
    page = text_of(browser.get(answer["Location"]))
    assert "Domain registration" in page
    assert "2 years" in page


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "a.example"}, "can&#x27;t be registered here"),
        ({"name": "中国好.cn"}, "中国"),
        ({"name": ""}, "This field is required."),
        ({"years": "11"}, "Select a valid choice"),
        ({"template": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(browser, wanted, change, said):
    answer = browser.post(PAGE, wanted | change)
    page = text_of(answer)
    assert answer.status_code == 400
    assert said in page
    assert "checked" in page
    if "name" not in change:
        assert 'value="例子.cn"' in page
    if "template" not in change:
        assert f'value="{wanted["template"]}" selected' in page


def test_name_that_is_held_is_told_at_the_name(browser, globex, make_domain, wanted):
    make_domain(globex, "held.cn")
    answer = browser.post(PAGE, wanted | {"name": "held.cn"})
    assert answer.status_code == 409
    assert "This name is not available." in text_of(answer)


def test_sent_twice_leads_to_the_one_under_way(browser, wanted, only_operation):
    browser.post(PAGE, wanted)
    answer = browser.post(PAGE, wanted)
    assert answer["Location"] == f"/operations/{only_operation().public_id}/"


def test_refused_registration_leads_back_to_the_filled_form(
    browser, acme, template, wanted, only_operation
):
    put_object(name="xn--fsqu00a.cn", registrant_name="别人", epp_statuses=())
    browser.post(PAGE, wanted)
    operation = run_to_the_end(acme, only_operation())
    page = text_of(browser.get(f"/operations/{operation.public_id}/"))
    assert "Object exists" in page
    assert "/domains/xn--fsqu00a.cn/" not in page
    assert "/domains/xn--fsqu00a.cn/" not in text_of(browser.get("/operations/"))
    again = page.split('href="/domains/register/?', 1)[1].split('"')[0].replace("&amp;", "&")
    form = text_of(browser.get(f"{PAGE}?{again}"))
    assert 'value="例子.cn"' in form
    assert f'value="{template.public_id}" selected' in form
    assert 'value="2" selected' in form


def test_only_templates_of_the_account_that_are_not_disabled_are_offered(
    browser, acme, globex, make_template
):
    make_template(acme, name_zh="未认证", state="unverified", verified_at=None)
    make_template(acme, name_zh="可用")
    make_template(acme, name_zh="停用", state="disabled")
    make_template(globex, name_zh="别家")
    page = text_of(browser.get(PAGE))
    assert page.index("可用") < page.index("未认证")
    assert "停用" not in page
    assert "别家" not in page


def test_without_a_template_the_page_says_what_to_do(browser):
    page = text_of(browser.get(PAGE))
    assert "/templates/new/" in page
    assert "<select" not in page


def test_template_of_another_account_registers_nothing(browser, globex, make_template, wanted):
    foreign = make_template(globex).public_id
    assert browser.post(PAGE, wanted | {"template": foreign}).status_code == 400


def test_list_leads_there_for_those_who_may(browser, browser_of, acme, vera, wanted, inside):
    assert f'href="{PAGE}"' in text_of(browser.get("/domains/"))
    viewer = browser_of(vera)
    assert f'href="{PAGE}"' not in text_of(viewer.get("/domains/"))
    for answer in (viewer.get(PAGE), viewer.post(PAGE, wanted)):
        assert answer.status_code == 403
    with inside(acme):
        assert not Domain.objects.exists()
