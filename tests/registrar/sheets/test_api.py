"""/imports of the API."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from domains.models import Operation
from registrar.accounts.models import ApiKey
from registrar.sheets.models import SheetImport

from .conftest import codes, csv_of, templates_csv

pytestmark = pytest.mark.django_db
BASE = "/api/v1/imports"


@pytest.fixture
def api(acme, make_key):
    """`api("get", "/…")`: a call with a key of acme that holds every scope, or those given."""

    def call(method, path, body=None, *, scopes=()):
        return getattr(Client(), method)(BASE + path, body or {}, headers=make_key(acme, *scopes))

    return call


@pytest.fixture
def sent(api, acme, inside):
    def send(kind, content, **more):
        answer = api("post", "", {"kind": kind, "file": SimpleUploadedFile("l", content)}, **more)
        with inside(acme):
            return answer, SheetImport.objects.order_by("-pk").first()

    return send


@pytest.fixture
def run(acme, make_key):
    def post(path, body, *scopes):
        return Client().post(
            BASE + path,
            body,
            content_type="application/json",
            headers=make_key(acme, *scopes),
        )

    return post


def test_file_is_brought_looked_at_and_carried_out(acme, api, sent, run, worked):
    answer, found = sent("templates", templates_csv({}, {"email": "nobody"}, {}))
    assert (answer.status_code, answer.json()["state"]) == (202, "reading")
    one = f"/{answer.json()['id']}"
    worked(found)
    shown = api("get", one).json()
    assert shown["state"] == "preview"
    assert {s: n for s, n in shown["counts"].items() if n} == {"ready": 1, "wrong": 2}
    page = api("get", f"{one}/rows?state=wrong&limit=1").json()
    (wrong,) = page["items"]
    assert (wrong["number"], wrong["errors"][0]["field"]) == (3, "email")
    (other,) = api("get", f"{one}/rows?state=wrong&cursor={page['next']}").json()["items"]
    assert other["errors"][0]["code"] == "row_repeated"
    assert run(f"{one}/run", {}).status_code == 202
    assert run(f"{one}/run", {}).status_code == 409
    worked(found)
    (done,) = api("get", f"{one}/rows?state=done").json()["items"]
    assert done["result"].startswith("tpl_")
    assert [row["state"] for row in api("get", "?state=done").json()["items"]] == ["done"]


def test_what_is_there_already_is_left_out_unless_asked_for(sent, run, worked, api):
    for duplicates, expected in ((False, "duplicate"), (True, "done")):
        _answer, found = sent("templates", templates_csv({}))
        worked(found)
        if not duplicates:
            run(f"/{found.public_id}/run", {})
            worked(found)
            _answer, found = sent("templates", templates_csv({}))
            worked(found)
            refused = run(f"/{found.public_id}/run", {})
            assert refused.json()["code"] == "nothing_to_run"
        else:
            run(f"/{found.public_id}/run", {"duplicates": True})
            worked(found)
        (row,) = api("get", f"/{found.public_id}/rows").json()["items"]
        assert (row["state"], row["duplicate_of"][:4]) == (expected, "tpl_")


def test_key_needs_the_write_scope_of_the_list(sent, api, run, worked):
    answer, found = sent("domains", csv_of(["name"], ["a.com"]), scopes=["templates:write"])
    assert (answer.status_code, answer.json()["scope"]) == (403, "domains:write")
    answer, found = sent("domains", csv_of(["name"], ["a.com"]), scopes=["domains:write"])
    assert answer.status_code == 202
    assert api("get", f"/{found.public_id}", scopes=["templates:write"]).status_code == 404
    assert api("get", "", scopes=["templates:write"]).json()["items"] == []


def test_change_of_registrant_needs_the_scope_sensitive(
    acme, inside, make_domain, make_template, sent, run, worked
):
    make_domain(acme, "a.com")
    template = make_template(acme)
    _answer, found = sent("domains", csv_of(["name", "template"], ["a.com", template.public_id]))
    worked(found)
    path = f"/{found.public_id}/run"
    assert run(path, {}, "domains:write").json()["scope"] == "operations:write"
    both = ("domains:write", "operations:write")
    assert run(path, {}, *both).json()["scope"] == "sensitive"
    assert run(path, {}, *both, "sensitive").status_code == 202
    worked(found)
    with inside(acme):
        assert Operation.objects.get().kind == "change_registrant"


def test_row_needs_the_scope_of_the_list_until_it_is_carried_out(
    acme, inside, make_domain, make_template, sent, run, worked, rows
):
    make_domain(acme, "a.com")
    line = ["a.com", make_template(acme).public_id, "x"]
    _answer, found = sent("domains", csv_of(["name", "template", "tags"], line))
    worked(found)
    rest = ["operations:write", "sensitive"]
    assert run(f"/{found.public_id}/run", {}, "domains:write", *rest).status_code == 202
    with inside(acme):
        found.refresh_from_db()
        ApiKey.objects.filter(pk=found.run_key_id).update(scopes=rest)
    worked(found)
    (row,) = rows(found)
    assert (row.state, codes(row)) == ("refused", ["not_permitted"])


def test_refusals_of_a_file_are_problems_that_name_each_heading(api, sent):
    answer, _found = sent("domains", csv_of(["nome", "tags"], ["a.com"]))
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (400, "file_refused")
    assert [e["code"] for e in problem["errors"]] == ["unknown_column", "missing_column"]
    assert sent("invoices", b"a\nb")[0].json()["errors"][0]["field"] == "kind"
    answer = api("post", "", {"kind": "domains"})
    assert answer.json()["errors"][0]["field"] == "file"


def test_cancelled_import_can_not_be_run(sent, api, run, worked):
    _answer, found = sent("domains", csv_of(["name"], ["a.com"]))
    assert run(f"/{found.public_id}/cancel", None).json()["state"] == "cancelled"
    assert run(f"/{found.public_id}/cancel", None).status_code == 409
