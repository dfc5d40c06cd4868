"""Rows are judged many at once: the same few queries for three and for thirty."""

import pytest
from django.utils import translation

from registrar.sheets.given import Given
from registrar.sheets.kinds import get_kind
from tests.world import domain_of

from .conftest import TEMPLATE

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [3, 30])
def test_domains_are_looked_up_together(
    acme, inside, make_template, django_assert_num_queries, count
):
    template = make_template(acme)
    with inside(acme):
        for number in range(count):
            domain_of(acme, f"d{number}.com", real_name="verified")
        rows = [
            Given(number, {"name": f"d{number}.com", "template": template.public_id})
            for number in range(count)
        ]
        with django_assert_num_queries(4):
            found = get_kind("domains").examine(rows)
    assert {finding.effect for finding in found} == {"change_registrant"}


@pytest.mark.parametrize("count", [3, 30])
def test_templates_are_looked_up_together(
    acme, inside, make_template, django_assert_num_queries, count
):
    present = make_template(acme, state="unverified")
    with inside(acme):
        rows = [Given(0, {"id": present.public_id, "city": "上海市"})]
        rows += [
            Given(n, TEMPLATE | {"document_type": "护照", "document_number": f"E{n:08d}"})
            for n in range(count)
        ]
        with django_assert_num_queries(4):
            changed, *made = get_kind("templates").examine(rows)
    assert (changed.effect, changed.key) == ("edit", present.public_id)
    assert changed.changes[0]["after"] == "上海市"
    assert {finding.effect for finding in made} == {"create"}
    assert not any(finding.errors for finding in made)


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"id": "tpl_nothing"}, ["not_found"]),
        ({"holder_type": "firm"}, ["field_required"]),
        ({"document_number": ""}, ["field_required"]),
    ],
)
def test_template_row_that_is_wrong_says_where(acme, inside, given, codes):
    with inside(acme), translation.override("en"):
        (finding,) = get_kind("templates").examine([Given(2, TEMPLATE | given)])
    assert [error.code for error in finding.errors] == codes
    assert [error.field for error in finding.errors] == list(given)


def test_verified_template_can_not_be_changed_by_a_file(acme, inside, make_template):
    verified = make_template(acme)
    with inside(acme):
        row = Given(2, {"id": verified.public_id, "city": "上海市"})
        (finding,) = get_kind("templates").examine([row])
    assert [error.code for error in finding.errors] == ["template_verified"]
