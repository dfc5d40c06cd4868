"""The pages of imports: uploaded, looked at, confirmed, taken back for correction."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from domains.models import Domain
from registrar.oplog.models import LogEntry
from registrar.sheets.models import SheetImport

from .conftest import csv_of, templates_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(browse, bob):
    return browse(bob)


@pytest.fixture
def upload(client, acme, inside):
    """`upload("domains", content)`: the answer, and the import if there is one."""

    def send(kind, content, name="list.csv"):
        file = SimpleUploadedFile(name, content)
        answer = client.post(f"/{kind}/import/", {"file": file})
        with inside(acme):
            return answer, SheetImport.objects.order_by("-pk").first()

    return send


def text_of(answer):
    return answer.content.decode()


def test_file_is_looked_at_confirmed_and_carried_out(
    acme, inside, make_domain, client, upload, worked
):
    make_domain(acme, "a.com")
    answer, found = upload("domains", csv_of(["域名", "Tags"], ["a.com", "x"], ["b.com", "y"]))
    page = f"/imports/{found.public_id}/"
    assert answer.url == page
    assert f'hx-get="{page}"' in text_of(client.get(page))
    worked(found)
    answer = client.get(page, headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    shown = text_of(client.get(page))
    assert "Domain name: There is no such domain in this account." in shown
    assert "Carry out 1 row?" in shown
    assert "b.com" not in text_of(client.get(f"{page}?state=ready"))
    assert client.post(f"{page}run/").url == page
    worked(found)
    with inside(acme):
        assert Domain.objects.get().tags == ["x"]
    shown = text_of(client.get(page))
    assert "Done" in shown
    assert f"{page}report.xlsx" in shown
    assert "list.csv" in text_of(client.get("/imports/"))


def test_heading_that_is_unknown_is_named_on_the_page(upload):
    answer, found = upload("domains", csv_of(["name", "tugs", "Tags", "tags"], ["a.com"]))
    shown = text_of(answer)
    assert (answer.status_code, found) == (400, None)
    assert "B1: There is no column “tugs” in this list." in shown
    assert "D1: The column “tags” stands in the file twice." in shown


def test_changes_of_registrant_ask_for_a_code_first(
    acme, make_domain, make_template, client, upload, worked
):
    make_domain(acme, "a.com")
    template = make_template(acme)
    _answer, found = upload("domains", csv_of(["name", "template"], ["a.com", template.public_id]))
    worked(found)
    answer = client.post(f"/imports/{found.public_id}/run/")
    assert answer.url.startswith("/step-up/change_registrant/") or "change_registrant" in answer.url


def test_rows_to_correct_come_back_as_they_were_and_in_again(
    acme, inside, client, upload, worked, browse, alice
):
    content = templates_csv({"phone_number": "=1", "name_zh": "李 "}, {})
    _answer, found = upload("templates", content)
    worked(found)
    address = f"/imports/{found.public_id}/report."
    back = b"".join(client.get(f"{address}xlsx").streaming_content)
    heading, row = openpyxl.load_workbook(io.BytesIO(back)).active.values
    assert heading[-1] == "What is wrong"
    assert "110101199003070038" in row
    assert "'=1" in row
    answer, again = upload("templates", back, "again.xlsx")
    assert answer.status_code == 302
    worked(again)
    assert text_of(client.get(f"/imports/{again.public_id}/")).count("Row 2") == 1
    assert client.get(f"{address}pdf").status_code == 404
    assert browse(alice).get(f"{address}csv").status_code == 403
    with inside(acme):
        assert LogEntry.objects.filter(action="import.report_taken").count() == 1


def test_viewer_may_neither_bring_nor_see_files(browse, vera, bob, upload, worked):
    _answer, found = upload("domains", csv_of(["name"], ["a.com"]))
    browser = browse(vera)
    assert browser.get("/domains/import/").status_code == 403
    assert browser.get("/imports/").status_code == 403
    assert browser.get(f"/imports/{found.public_id}/").status_code == 404
    assert "/domains/import/" not in text_of(browser.get("/domains/"))
    assert "/domains/export/?format=csv" in text_of(browser.get("/domains/"))


@pytest.mark.parametrize("kind", ["domains", "templates"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_empty_file_can_be_filled_and_brought_back(client, upload, kind, file_format):
    assert "example" in text_of(client.get(f"/{kind}/import/"))
    sample = client.get(f"/{kind}/import/sample.{file_format}")
    content = b"".join(sample.streaming_content)
    answer, found = upload(kind, content, f"mine.{file_format}")
    assert answer.status_code == 302, text_of(answer)
    assert found.format == file_format


def test_only_so_many_imports_wait_at_once(upload):
    for _number in range(10):
        assert upload("domains", csv_of(["name"], ["a.com"]))[0].status_code == 302
    answer, _found = upload("domains", csv_of(["name"], ["a.com"]))
    assert "Ten imports" in text_of(answer)


def test_unknown_list_is_not_found(client):
    assert client.get("/operations/import/").status_code == 404


def test_yes_and_no_are_said_in_chinese_and_the_list_is_active_at_the_side(
    acme, make_domain, client, upload, worked
):
    client.cookies["language"] = "zh-hans"
    for name in ("a.com", "b.com"):
        make_domain(acme, name, auto_renew=False)
    rows = [["a.com", "是"], ["b.com", "也许"]]
    _answer, found = upload("domains", csv_of(["域名", "自动续费"], *rows))
    worked(found)
    shown = text_of(client.get(f"/imports/{found.public_id}/"))
    assert "自动续费：否 → 是" in shown
    assert "自动续费：请填写“是”或“否”。" in shown
    for path in (f"/imports/{found.public_id}/", "/imports/"):
        assert '<a class="nav-link" href="/domains/" aria-current="page">' in text_of(
            client.get(path)
        )
    assert "从文件导入：域名" in text_of(client.get("/domains/import/"))


@pytest.mark.parametrize("content", [b"PK\x00\x01garbage\xff\xfe", b"\xff\x80\x81garbage"])
def test_file_that_is_nothing_we_read_is_told_to_be_no_xlsx_either(upload, content):
    answer, _found = upload("domains", content, name="g.xlsx")
    assert "The file is no XLSX file" in text_of(answer)
