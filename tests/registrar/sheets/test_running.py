"""From a file to changes: previewed, confirmed, carried out, each row by itself."""

import pytest

from domains.models import Domain, Operation
from registrar.sheets.models import SheetUpload
from registrar.sheets.services.running import run_import
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate

from .conftest import codes, csv_of, templates_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(operator, worked):
    def confirm(found, **more):
        with acting_as(operator):
            run_import(actor=operator, found=found, **more)
        worked(found)

    return confirm


def test_templates_are_made_of_rows_that_are_right(acme, inside, previewed, run, rows, reread):
    found = previewed(
        "templates",
        templates_csv({}, {"name_zh": "张伟", "document_number": "110101199003070039"}),
    )
    first, second = rows(found)
    assert (first.state, first.effect, first.title) == ("ready", "create", "李晓彤")
    assert (second.state, codes(second)) == ("wrong", ["number_checksum"])
    run(found)
    with inside(acme):
        (made,) = InfoTemplate.objects.all()
    assert (made.name_en, made.number_masked) == ("Li Xiaotong", first.changes[0]["after"])
    assert reread(found).state == "done"
    first, second = rows(found)
    assert (first.state, first.made, first.values) == ("done", made.public_id, None)
    assert second.values is not None


def test_domains_take_tags_and_renewal_and_leave_what_is_the_same(
    acme, globex, inside, make_domain, previewed, run, rows
):
    make_domain(acme, "a.com")
    make_domain(acme, "b.com", tags=["shop"], auto_renew=True)
    make_domain(globex, "c.com")
    found = previewed(
        "domains",
        csv_of(
            ["域名", "标签", "自动续费"],
            ["a.com", "x，y", "是"],
            ["b.com", "shop", ""],
            ["c.com", "", "no"],
            ["A.com", "-", ""],
            ["a.com.", "", "maybe"],
        ),
    )
    assert [(row.state, codes(row)) for row in rows(found)] == [
        ("ready", []),
        ("unchanged", []),
        ("wrong", ["not_found"]),
        ("wrong", ["row_repeated"]),
        ("wrong", ["invalid", "row_repeated"]),
    ]
    run(found)
    with inside(acme):
        changed = Domain.objects.get(name="a.com")
        assert SheetUpload.objects.count() == 0
    assert (changed.tags, changed.auto_renew) == (["x", "y"], True)


def test_change_of_registrant_is_asked_for_after_the_code(
    acme, bob, inside, enter_code, make_domain, make_template, previewed, run, rows
):
    make_domain(acme, "a.com")
    template = make_template(acme)
    found = previewed("domains", csv_of(["name", "template"], ["a.com", template.public_id]))
    assert rows(found)[0].effect == "change_registrant"
    enter_code(bob, "change_registrant")
    run(found)
    (row,) = rows(found)
    with inside(acme):
        operation = Operation.objects.get()
    assert (row.state, row.made, codes(row)) == ("done", operation.public_id, [])
    assert operation.requested_by == str(bob)
