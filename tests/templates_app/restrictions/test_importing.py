"""A whole file: looked through first, then taken over; hostile ones are refused."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from registrar.errors import InvalidInput, NotFound
from registrar.tenancy.context import acting_as
from templates_app.models import RestrictedSubject, RestrictionChange, RestrictionImport
from templates_app.restrictions import csv_rows, services
from templates_app.restrictions.lists import SUBJECTS, WORDS
from tests.restricted import listed
from tests.staff import staff_actor_of
from tests.templates_app.samples import NUMBER

pytestmark = pytest.mark.django_db
HEADING = "cause,name,number\r\n"


def receive(actor, content, entries=SUBJECTS):
    data = content if isinstance(content, bytes) else content.encode()
    with acting_as(actor):
        return services.receive_import(actor=actor, entries=entries, content=data)


def apply(actor, found, entries=SUBJECTS):
    with acting_as(actor):
        return services.apply_import(actor=actor, entries=entries, pending=str(found.pending))


def names(as_staff):
    with as_staff():
        return list(RestrictedSubject.objects.order_by("pk").values_list("name", flat=True))


def code_of(actor, content):
    with pytest.raises(InvalidInput) as refused:
        receive(actor, content)
    return refused.value.errors[0].code


def test_file_is_shown_first_and_taken_over_when_confirmed(keeper, as_staff):
    listed("subjects", cause="miit_list", name="甲样例")
    content = (
        "\ufeff"
        + HEADING
        + f'miit_list,甲樣例,\r\n\r\nmiit_list,"乙,样例",{NUMBER}\r\n'
        + f"bad,丙,\r\n,,\r\nmiit_list,乙，样例,{NUMBER}\n"
    )
    found = receive(keeper, content)
    assert (found.new, found.listed, found.wrong) == (1, 2, 1)
    assert [(row.number, row.errors[0].field) for row in found.errors] == [(5, "cause")]
    assert names(as_staff) == ["甲样例"]
    done = apply(keeper, found)
    assert (done.new, done.listed, done.wrong) == (1, 2, 1)
    assert names(as_staff) == ["甲样例", "乙,样例"]
    with as_staff():
        assert RestrictedSubject.objects.get(name="乙,样例").added_by == "Kit"
        change = RestrictionChange.objects.order_by("-pk").first()
        assert not RestrictionImport.objects.exists()
    assert (change.action, change.after) == ("imported", {"new": 1, "listed": 2, "wrong": 1})


def test_words_are_imported_with_where_they_count(keeper, as_staff):
    found = receive(keeper, "word,kind,in_contact_names\n禁词,policy_word,否\n", WORDS)
    apply(keeper, found, WORDS)
    with as_staff():
        word = WORDS.model.objects.get(word="禁词")
    where = (word.in_holder_names, word.in_contact_names, word.in_domain_names)
    assert where == (True, False, True)


def test_waiting_file_is_sealed(keeper, as_staff):
    receive(keeper, f"{HEADING}miit_list,乙,{NUMBER}\n")
    with as_staff(), connection.cursor() as cursor:
        cursor.execute("SELECT content FROM templates_app_restrictionimport")
        assert NUMBER.encode() not in bytes(cursor.fetchone()[0])


def test_file_is_taken_over_once_by_who_uploaded_it_within_a_day(keeper, rita, kit, as_staff):
    found = receive(keeper, f"{HEADING}miit_list,乙,\n")
    rita.groups.set(kit.groups.all())
    with pytest.raises(NotFound):
        apply(staff_actor_of(rita), found)
    with pytest.raises(NotFound):
        apply(keeper, found, WORDS)
    with (
        time_machine.travel(timezone.now() + dt.timedelta(days=1, minutes=1), tick=False),
        pytest.raises(NotFound),
    ):
        apply(keeper, found)
    assert apply(keeper, found).new == 1
    with pytest.raises(NotFound):
        apply(keeper, found)
    assert names(as_staff) == ["乙"]


def test_forgotten_files_go_with_the_next_upload(keeper, as_staff):
    with time_machine.travel(timezone.now() - dt.timedelta(days=2), tick=False):
        receive(keeper, f"{HEADING}miit_list,甲,\n")
    receive(keeper, f"{HEADING}miit_list,乙,\n")
    with as_staff():
        assert RestrictionImport.objects.count() == 1


@pytest.mark.parametrize("pending", ["", "x", "0" * 32, "\0", "'; --"])
def test_pending_that_was_never_given_is_not_found(keeper, pending):
    with acting_as(keeper), pytest.raises(NotFound):
        services.apply_import(actor=keeper, entries=SUBJECTS, pending=pending)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (HEADING, "empty"),
        ("cause,name\n,,\n", "empty"),
        ("原因,名称\nmiit_list,某\n", "heading"),
        ("name\n某\n", "heading"),
        ("cause,name,name\nmiit_list,某,某\n", "heading"),
        ("cause,name,password\nmiit_list,某,x\n", "heading"),
        ((HEADING + "miit_list,某某\n").encode("utf-16"), "encoding"),
        ((HEADING + "miit_list,样例\n").encode("gbk"), "encoding"),
        (b"\x89PNG\r\n\x1a\n\x00", "encoding"),
        (HEADING + "miit_list,a\0b,\n", "encoding"),
        (HEADING + 'miit_list,"open,\n', "csv"),
        (HEADING + "miit_list,a,b,c,d\n", "csv"),
        (HEADING + "miit_list," + "x" * 140_000 + ",\n", "csv"),
    ],
)
def test_file_that_can_not_be_read_is_refused_whole(keeper, content, code, as_staff):
    assert code_of(keeper, content) == code
    assert names(as_staff) == []


@pytest.mark.parametrize(
    "cell", ["=1+1", "@SUM(A1)", "+86", "-1", "\"=cmd|'/c calc'!A1\"", "\u202e", "😀", "<b>"]
)
def test_formula_or_strange_characters_in_a_cell_are_a_wrong_row(keeper, cell):
    found = receive(keeper, f"{HEADING}miit_list,{cell},\nmiit_list,好名称,\n")
    assert (found.new, found.wrong) == (1, 1)


def test_file_with_too_many_rows_or_bytes_is_refused(keeper, monkeypatch):
    monkeypatch.setattr(csv_rows, "MAX_ROWS", 3)
    monkeypatch.setattr(csv_rows, "MAX_BYTES", 2_000)
    row = "miit_list,某{},\n"
    assert receive(keeper, HEADING + "".join(row.format(n) for n in range(3))).new == 3
    assert code_of(keeper, HEADING + "".join(row.format(n) for n in range(4))) == "too_many_rows"
    assert code_of(keeper, HEADING + "x" * 2_000) == "file_too_large"


def test_many_wrong_rows_are_counted_and_the_first_are_shown(keeper):
    found = receive(keeper, HEADING + "nobody,某,\n" * 2_500)
    assert (found.new, found.wrong, len(found.errors)) == (0, 2_500, 100)
    assert found.pending is None


def test_import_takes_a_few_queries_a_thousand_rows(keeper, django_assert_max_num_queries):
    rows = "".join(f"miit_list,某某{n},\n" for n in range(2_500))
    with django_assert_max_num_queries(12):
        found = receive(keeper, HEADING + rows)
    with django_assert_max_num_queries(20):
        assert apply(keeper, found).new == 2_500
