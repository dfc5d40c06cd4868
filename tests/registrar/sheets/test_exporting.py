"""Lists as files: as the filter shows them, masked, logged, of this account alone."""

import csv
import io

import openpyxl
import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from registrar.oplog.models import LogEntry
from registrar.sheets.models import SheetRow
from tests.world import template_of

pytestmark = pytest.mark.django_db


def content_of(answer):
    return b"".join(answer.streaming_content)


def lines_of(answer):
    return list(csv.reader(io.StringIO(content_of(answer).decode("utf-8-sig"), newline="")))


def test_list_of_domains_leaves_as_its_filter_and_order_show_it(
    acme, globex, inside, browse, vera, make_domain
):
    for name in ("a.com", "b.com", "c.cn"):
        make_domain(acme, name, tags=["=x"])
    make_domain(globex, "d.com")
    answer = browse(vera).get("/domains/export/?suffix=com&sort=-name&format=csv")
    assert answer["Content-Disposition"].endswith('.csv"')
    heading, *rows = lines_of(answer)
    assert heading[0] == "Domain name"
    assert [(row[0], row[9]) for row in rows] == [("b.com", "'=x"), ("a.com", "'=x")]
    with inside(acme):
        entry = LogEntry.objects.get(action="domain.exported")
    assert entry.after == {"format": "csv", "rows": 2, "filter": "suffix=com, sort=-name"}


def test_export_speaks_chinese_to_whoever_reads_it(acme, browse, vera, make_domain):
    make_domain(acme, "a.com")
    answer = browse(vera, language="zh-hans").get("/domains/export/?format=xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content_of(answer))).active
    heading, row = sheet.values
    assert (heading[0], heading[2], row[2]) == ("域名", "服务状态", "已实名认证")


def test_templates_leave_with_their_numbers_masked(acme, inside, browse, vera):
    with inside(acme):
        template_of(acme, document_number="110101199003070038", number_masked="1101****0038")
    page = content_of(browse(vera).get("/templates/export/")).decode()
    assert "1101****0038" in page
    assert "110101199003070038" not in page


@pytest.mark.parametrize("path", ["domains", "templates"])
def test_exported_list_comes_back_and_changes_nothing(
    acme, inside, make_key, make_domain, make_template, previewed, rows, path
):
    make_domain(acme, "a.com", tags=["-x", "y"], template=make_template(acme))
    answer = Client().get(f"/api/v1/{path}/export?format=xlsx", headers=make_key(acme))
    found = previewed(path, content_of(answer))
    assert [(row.state, row.errors) for row in rows(found)] == [("unchanged", [])]


def test_api_answers_codes_whatever_is_accepted_and_refuses_in_problems(acme, make_key):
    headers = make_key(acme, "domains:read") | {"Accept": "text/csv"}
    answer = Client().get("/api/v1/domains/export", headers=headers)
    assert lines_of(answer)[0][:3] == ["name", "unicode_name", "service_status"]
    assert Client().get("/api/v1/domains/export?format=pdf", headers=headers).status_code == 400
    assert Client().get("/api/v1/domains/export?limit=1", headers=headers).status_code == 400
    assert Client().get("/api/v1/templates/export", headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["domains", "templates"])
def test_document_names_no_406_where_any_accept_is_taken(path, acme, make_key):
    answers = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    told = answers[f"/api/v1/{path}/export"]["get"]["responses"]
    assert "406" not in told
    assert "406" in answers[f"/api/v1/{path}"]["get"]["responses"]
    headers = make_key(acme) | {"Accept": "application/x-nobody-has-this"}
    assert Client().get(f"/api/v1/{path}/export", headers=headers).status_code == 200


def test_rows_are_read_through_a_cursor_in_a_transaction_of_their_own(
    acme, browse, vera, make_domain, django_assert_num_queries
):
    for number in range(5):
        make_domain(acme, f"d{number}.com", template=None)
    answer = browse(vera).get("/domains/export/")
    # Savepoint, who asks, the cursor, who asks no longer, savepoint: however many rows.
    with django_assert_num_queries(5):
        assert len(lines_of(answer)) == 6
    assert not SheetRow.unfenced_manager.exists()
