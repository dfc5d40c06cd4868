"""Asking the lists: what counts, from when, and at what cost."""

import datetime as dt

import pytest
from django.utils import timezone

from registrar.tenancy.context import acting_as
from templates_app.restrictions import questions, services
from templates_app.restrictions.lists import SUBJECTS, WORDS
from templates_app.restrictions.selectors import restrictions_by_template, restrictions_on
from tests.restricted import keeper, listed
from tests.templates_app.samples import NUMBER, PERSON

pytestmark = pytest.mark.django_db
NAME = "某某样例协会"


def ask(name=NAME, english="", *, number="", holder_type="organization"):
    names = questions.holder(holder_type, name, english, fields=("name_zh", "name_en"))
    found = restrictions_on(names=names, number=number, holder_type=holder_type)
    return [(hit.field, hit.cause.value) for hit in found]


def day(days):
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


def test_the_seeds_five_words_come_with_the_installation(acme, inside):
    with inside(acme):
        for word in ("中国", "国家", "中华", "全国", "China"):
            assert ask(f"{word} 样例协会") == [("name_zh", "special_word")]
        assert ask("样例协会", "China Sample") == [("name_en", "special_word")]


def test_entry_counts_at_once_and_no_longer_when_it_is_removed(acme, inside):
    with inside(acme):
        assert ask() == []
    entry = listed("subjects", cause="miit_list", name="某某 樣例协会")
    with inside(acme):
        assert ask() == [("name_zh", "miit_list")]
    actor = keeper()
    with acting_as(actor):
        services.remove_entry(actor=actor, entries=SUBJECTS, pk=entry.pk)
    with inside(acme):
        assert ask() == []


def test_edited_word_counts_as_it_is_now(acme, inside):
    entry = listed("words", word="禁词", kind="policy_word")
    with inside(acme):
        assert ask("某禁词社") == [("name_zh", "policy_word")]
    actor = keeper()
    values = {"word": "禁语", "kind": "policy_word"}
    with acting_as(actor):
        services.edit_entry(actor=actor, entries=WORDS, pk=entry.pk, values=values)
    with inside(acme):
        assert (ask("某禁词社"), ask("某禁语社")) == ([], [("name_zh", "policy_word")])


@pytest.mark.parametrize(
    ("begins", "ends", "counts"),
    [(0, 0, True), (-5, 5, True), (1, 5, False), (-5, -1, False), (None, 0, True), (0, None, True)],
)
def test_entry_counts_from_its_first_to_its_last_day(acme, inside, begins, ends, counts):
    days = {"valid_from": begins, "valid_until": ends}
    given = {name: day(value) for name, value in days.items() if value is not None}
    listed("subjects", cause="in_proceedings", name=NAME, **given)
    with inside(acme):
        assert bool(ask()) is counts


def test_number_is_met_however_staff_typed_it(acme, inside):
    listed("subjects", cause="barred_by_registry", number="1101 0519４91231002x")
    with inside(acme):
        assert ask("李晓明", number=NUMBER, holder_type="individual") == [
            ("document_number", "barred_by_registry")
        ]
        assert ask("李晓明", number="110105194912310038", holder_type="individual") == []


def test_english_name_of_a_person_with_a_chinese_one_is_only_its_sound(acme, inside):
    with inside(acme):
        assert ask("李赤娜", "Li China", holder_type="individual") == []
        assert ask("CHINA LEE", "China Lee", holder_type="individual") != []


def test_asking_takes_two_queries_however_long_the_lists_are(
    acme, inside, django_assert_num_queries
):
    for number in range(3):
        listed("subjects", cause="miit_list", name=f"某某{number}")
        listed("words", word=f"禁词{number}", kind="policy_word")
    with inside(acme), django_assert_num_queries(2):
        ask("中国某某", "China Sample", number=NUMBER)


@pytest.mark.parametrize("size", [1, 12])
def test_many_templates_take_two_queries(
    acme, inside, make_template, size, django_assert_num_queries
):
    made = [make_template(acme) for _ in range(size)]
    listed("subjects", cause="miit_list", name=PERSON.name_zh)
    with inside(acme), django_assert_num_queries(2):
        found = restrictions_by_template(made)
    assert [[hit.field for hit in hits] for hits in found.values()] == [
        ["name_zh", "contact_name_zh"]
    ] * size


def test_no_templates_take_no_query(acme, inside, django_assert_num_queries):
    with inside(acme), django_assert_num_queries(0):
        assert restrictions_by_template([]) == {}
