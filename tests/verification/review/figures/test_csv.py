"""Each table as a file for spreadsheets."""

import csv
import io

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from registrar.csv_out import csv_lines, defused
from verification.models import FiguresExport
from verification.review.figures.cells import Measure, Share
from verification.review.figures.exporting import csv_rows
from verification.review.figures.tables import Column, Kind, Table

PAGE = "/admin/verification/figures/"


@pytest.fixture
def fetch(browser):
    def get(user, query):
        client = browser(user)
        client.cookies["language"] = "en"
        return client.get(f"{PAGE}?{query}")

    return get


def read(answer):
    content = b"".join(answer.streaming_content).decode("utf-8")
    assert content.startswith("\ufeff")
    return list(csv.reader(io.StringIO(content[1:])))


def test_table_comes_as_a_named_file_that_nobody_keeps(acme, rita, submission, decision, fetch):
    decision(submission(acme), rita, at=timezone.now())
    answer = fetch(rita, "period=7&table=reviewers")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="review-reviewers-' in answer["Content-Disposition"]
    assert "no-store" in answer["Cache-Control"]
    head, row = read(answer)
    assert head[:2] == ["Reviewer", "Decisions"]
    assert head[7] == "Pass rate (%)"
    assert row[:3] == ["Rita", "1", "1"]
    # One decision tells no rate.
    assert row[7:] == ["", ""]


@pytest.mark.parametrize(
    "key",
    [
        *("times", "waits", "days", "reviewers", "authorities", "reasons"),
        *("disagreement", "disagreement_reviewers", "warned", "warnings"),
    ],
)
def test_every_table_of_the_page_can_be_had(key, rita, fetch):
    assert read(fetch(rita, f"table={key}"))[0]


def test_unknown_table_is_404_and_a_wrong_question_400(rita, fetch):
    assert fetch(rita, "table=holders").status_code == 404
    assert fetch(rita, "table=reviewers&period=5").status_code == 400
    assert FiguresExport.objects.count() == 0


def test_file_is_refused_to_whoever_may_not_see_the_page(stan, fetch):
    assert fetch(stan, "table=reviewers").status_code == 403


def test_file_names_no_colleague_either(acme, rita, person, submission, decision, fetch):
    decision(submission(acme), person("Ronald"), at=timezone.now())
    assert read(fetch(rita, "table=reviewers"))[1][0] == "Colleagues"


def test_export_is_kept_with_who_what_and_of_what(acme, rita, fetch, as_staff):
    fetch(rita, "period=7&account=acme&table=reasons&other=x")
    with as_staff():
        kept = FiguresExport.objects.get()
    assert (kept.table, kept.actor_label, kept.actor_id) == ("reasons", "Rita", rita.pk)
    assert kept.asked == {"period": "7", "account": "acme"}


def test_what_was_exported_can_not_be_altered_or_taken_away(rita, fetch, as_staff):
    fetch(rita, "table=reasons")
    for change in (lambda rows: rows.update(table="x"), lambda rows: rows.delete()):
        with as_staff(), pytest.raises(DatabaseError), transaction.atomic():
            change(FiguresExport.objects.all())


def test_exports_are_shown_to_leads_only(rita, lead, fetch, browser):
    fetch(rita, "table=reasons")
    address = "/admin/verification/figuresexport/"
    assert "reasons" in browser(lead).get(address).text
    assert browser(rita).get(address).status_code == 403


def test_customers_see_no_export(acme, rita, fetch, inside):
    fetch(rita, "table=reasons")
    with inside(acme):
        assert not FiguresExport.objects.exists()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_defused(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["张三", "1-4 h", "a=1", "", -1, 2.5, None])
def test_what_runs_nothing_stays(cell):
    assert defused(cell) == cell


def test_lines_are_quoted_and_end_as_the_rfc_says():
    assert "".join(csv_lines([["a,b", 'say "x"', None]])) == '\ufeff"a,b","say ""x""",\r\n'


def test_cells_are_numbers_without_units():
    table = Table(
        "t",
        "t",
        "",
        (Column("x", Kind.SHARE), Column("y", Kind.HOURS), Column("z")),
        ((Share(1, 8), Measure(1.23456, 9), 7), (Share(1, 1), Measure(2.0, 1), 7)),
    )
    assert list(csv_rows(table)) == [["x (%)", "y", "z"], [12.5, 1.23, 7], [None, None, 7]]
