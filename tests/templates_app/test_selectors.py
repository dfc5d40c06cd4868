import pytest

from registrar.errors import NotFound
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app import services, uses
from templates_app.models import InfoTemplate
from templates_app.selectors import (
    get_template,
    list_templates,
    related_templates,
    usable_templates,
)
from tests.templates_app.samples import NUMBER, OTHER_NUMBER

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted():
    """A counter that tests fill: `counted[template.pk] = 2`."""
    before = list(uses._counters)
    found: dict[int, int] = {}
    uses.register_use_counter(lambda ids: {pk: found[pk] for pk in ids if pk in found})
    yield found
    uses._counters[:] = before


def test_usable_templates_are_the_verified_ones_that_remain(acme, make_template):
    for state in ("unverified", "in_review", "failed", "disabled"):
        make_template(acme, state)
    gone, kept = make_template(acme, "verified"), make_template(acme, "verified")
    with acting_as(system_actor(acme.pk)) as actor:
        services.delete_template(actor=actor, template=gone)
        assert list(usable_templates()) == [kept]


def test_list_templates_finds_by_filter_and_text(acme, make_template):
    person = make_template(acme, "verified")
    other = make_template(
        acme, name_zh="王小红", name_en="", document_number=OTHER_NUMBER, email="w@x.example"
    )
    with acting_as(system_actor(acme.pk)):
        assert list(list_templates(state="verified")) == [person]
        assert list(list_templates(holder_type="organization")) == []
        assert list(list_templates(query="小红")) == [other]
        assert list(list_templates(query="xiaohong")) == [other]
        assert list(list_templates(query="W@X")) == [other]
        assert list(list_templates(query=NUMBER.lower())) == [person]
        assert list(list_templates(query=NUMBER[:12])) == []
        assert list(list_templates(query=other.public_id)) == [other]
        assert list(list_templates(query="%")) == []


def test_get_template_of_a_stranger_or_deleted_is_not_found(acme, globex, make_template):
    foreign, gone = make_template(globex), make_template(acme)
    with acting_as(system_actor(acme.pk)) as actor:
        services.delete_template(actor=actor, template=gone)
        for public_id in (foreign.public_id, gone.public_id, "tpl_x", "", "\0"):
            with pytest.raises(NotFound):
                get_template(public_id)


def test_related_templates_share_the_document(acme, make_template):
    first, second = make_template(acme), make_template(acme)
    make_template(acme, document_number=OTHER_NUMBER)
    with acting_as(system_actor(acme.pk)):
        assert related_templates(first) == [second]


def test_template_in_use_is_not_deleted(acme, make_template, counted, browse_as):
    template = make_template(acme)
    counted[template.pk] = 2
    response = browse_as.post(f"/templates/{template.public_id}/delete/")
    assert response.status_code == 409
    assert "Domains still use" in response.content.decode()
    with acting_as(system_actor(acme.pk)):
        assert InfoTemplate.objects.get(pk=template.pk).deleted_at is None


@pytest.mark.parametrize("address", ["/templates/", "/api/v1/templates?limit=200"])
def test_list_asks_as_few_questions_for_300_rows_as_for_3(
    acme, make_template, counted, browse_as, api_key, django_assert_max_num_queries, address
):
    make_template(acme)
    with acting_as(system_actor(acme.pk)):
        row = InfoTemplate.objects.get()
        fields = {f.name: getattr(row, f.name) for f in row._meta.concrete_fields}
        copied = {n: v for n, v in fields.items() if n not in ("id", "uid", "previous")}
        for amount in (2, 297):
            InfoTemplate.objects.bulk_create(
                InfoTemplate(**copied, previous=row) for _ in range(amount)
            )
    headers = {"authorization": f"Bearer {api_key}"}
    browse_as.get(address, headers=headers)
    with django_assert_max_num_queries(15) as captured:
        assert browse_as.get(address, headers=headers).status_code == 200
    own = [q for q in captured.captured_queries if "templates_app_infotemplate" in q["sql"]]
    assert len(own) == 1
