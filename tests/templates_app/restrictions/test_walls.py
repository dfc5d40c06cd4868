"""What a customer's session in the database can do with the lists: ask, nothing else."""

import pytest
from django.db import InternalError, ProgrammingError, connection, transaction

from templates_app.models import (
    AllowedName,
    RestrictedSubject,
    RestrictedWord,
    RestrictionChange,
    RestrictionImport,
)
from tests.restricted import listed

pytestmark = pytest.mark.django_db
MODELS = [AllowedName, RestrictedSubject, RestrictedWord, RestrictionChange, RestrictionImport]
SECRET = "某某样例"


@pytest.fixture(autouse=True)
def something_to_find():
    listed("subjects", cause="miit_list", name=SECRET)
    listed("allowed", name="中国样例")


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_customers_see_no_row_and_change_none(model, acme, inside):
    with inside(acme):
        assert model.objects.count() == 0
        assert model.objects.all().delete()[0] == 0
        assert model.objects.update(id=1) == 0


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.__name__)
def test_tables_are_forced_behind_a_policy_for_staff_only(model):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relrowsecurity AND c.relforcerowsecurity, array_agg(p.polname::text)"
            " FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid"
            " WHERE c.relname = %s GROUP BY 1",
            [model._meta.db_table],
        )
        assert cursor.fetchone() == (True, ["staff"])


def test_customers_put_nothing_on_a_list(acme, inside):
    refused = pytest.raises(ProgrammingError, match="row-level security")
    with inside(acme), refused, transaction.atomic():
        RestrictedWord.objects.create(word="x", key="x", kind="policy_word", added_by="me")


def test_question_tells_what_it_meets_and_nobody_else(acme, inside):
    with inside(acme), connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM templates_app_listed_subjects(%s, %s, current_date)",
            [["某某", "%", "", SECRET], [""]],
        )
        assert [row[1] for row in cursor.fetchall()] == [SECRET]
        cursor.execute("SELECT word FROM templates_app_listed_words(%s, %s)", [["中国"], []])
        assert cursor.fetchall() == [("中国",)]
        cursor.execute("SELECT current_user <> 'registrar_staff'")
        assert cursor.fetchone() == (True,)


def test_history_can_not_be_altered_by_staff_either(as_staff):
    with as_staff():
        for change in (lambda rows: rows.update(actor_label="x"), lambda rows: rows.delete()):
            refused = pytest.raises((ProgrammingError, InternalError), match="append-only")
            with refused, transaction.atomic():
                change(RestrictionChange.objects.all())
        assert RestrictionChange.objects.count() == 2
