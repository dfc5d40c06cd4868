"""Staff put entries on the lists, change them and take them off."""

from contextlib import suppress

import pytest

from registrar.errors import InvalidInput, NotFound, NotPermitted
from registrar.tenancy.context import acting_as
from templates_app.models import RestrictedSubject, RestrictedWord, RestrictionChange
from templates_app.restrictions import services
from templates_app.restrictions.lists import ALLOWED, LISTS, SUBJECTS, WORDS
from tests.staff import staff_actor_of
from tests.templates_app.samples import HOSTILE, MASKED, NUMBER

pytestmark = pytest.mark.django_db
GOOD = {
    "subjects": {"cause": "miit_list", "name": "某某样例"},
    "words": {"word": "禁词", "kind": "policy_word"},
    "allowed": {"name": "中国样例"},
}


def add(actor, list_name, **values):
    with acting_as(actor):
        return services.add_entry(actor=actor, entries=LISTS[list_name], values=values)


def errors_of(actor, list_name, **values):
    with pytest.raises(InvalidInput) as refused:
        add(actor, list_name, **values)
    return {(error.field, error.code) for error in refused.value.errors}


def test_subject_is_kept_with_its_number_sealed_and_its_change_recorded(keeper, as_staff):
    made = add(keeper, "subjects", cause="miit_list", name="某某", number=NUMBER, note="文号 1")
    with as_staff():
        kept = RestrictedSubject.objects.get(pk=made.pk)
        assert (kept.number_masked, kept.document_number, kept.added_by) == (MASKED, NUMBER, "Kit")
        change = RestrictionChange.objects.get()
    assert (change.action, change.actor_label, change.ip) == ("added", "Kit", "192.0.2.9")
    assert change.after["number_masked"] == MASKED
    assert NUMBER not in str(change.after)


@pytest.mark.parametrize("list_name", list(LISTS))
def test_edit_and_remove_are_recorded_with_what_changed(keeper, list_name, as_staff):
    made = add(keeper, list_name, **GOOD[list_name])
    entries = LISTS[list_name]
    with acting_as(keeper):
        values = {**GOOD[list_name], "note": "更正"}
        for _ in range(2):  # the second time nothing changes
            services.edit_entry(actor=keeper, entries=entries, pk=made.pk, values=values)
        services.remove_entry(actor=keeper, entries=entries, pk=made.pk)
    with as_staff():
        changes = RestrictionChange.objects.order_by("pk")
        assert [change.action for change in changes] == ["added", "edited", "removed"]
        assert (changes[1].before, changes[1].after) == ({"note": ""}, {"note": "更正"})
        assert entries.model.objects.get(pk=made.pk).removed_at is not None


def test_removed_entry_can_not_be_touched_but_listed_again(keeper):
    made = add(keeper, "words", **GOOD["words"])
    with acting_as(keeper):
        services.remove_entry(actor=keeper, entries=WORDS, pk=made.pk)
    with acting_as(keeper), pytest.raises(NotFound):
        services.remove_entry(actor=keeper, entries=WORDS, pk=made.pk)
    with acting_as(keeper), pytest.raises(NotFound):
        services.edit_entry(actor=keeper, entries=WORDS, pk=made.pk, values=GOOD["words"])
    assert add(keeper, "words", **GOOD["words"]).pk != made.pk


def test_empty_number_keeps_the_number(keeper, as_staff):
    made = add(keeper, "subjects", **GOOD["subjects"], number=NUMBER)
    with acting_as(keeper):
        values = {**GOOD["subjects"], "cause": "barred_by_registry"}
        services.edit_entry(actor=keeper, entries=SUBJECTS, pk=made.pk, values=values)
    with as_staff():
        kept = RestrictedSubject.objects.get(pk=made.pk)
    assert (kept.cause, kept.document_number) == ("barred_by_registry", NUMBER)


@pytest.mark.parametrize("list_name", list(LISTS))
def test_same_thing_twice_is_refused_and_nothing_recorded(keeper, list_name, as_staff):
    add(keeper, list_name, **GOOD[list_name])
    field = "word" if list_name == "words" else "name"
    again = {**GOOD[list_name], field: f" {GOOD[list_name][field]} "}
    assert errors_of(keeper, list_name, **again) == {(field, "already_listed")}
    with as_staff():
        assert RestrictionChange.objects.count() == 1


@pytest.mark.parametrize(
    ("list_name", "values", "errors"),
    [
        ("subjects", {"cause": "miit_list"}, {("name", "field_required")}),
        ("subjects", {"name": "某某"}, {("cause", "invalid_choice")}),
        ("subjects", {"cause": "special_word", "name": "某"}, {("cause", "invalid_choice")}),
        (
            "subjects",
            {"cause": "miit_list", "name": "。。"},
            {("name", "field_characters_invalid")},
        ),
        (
            "subjects",
            {"cause": "miit_list", "name": "某", "valid_from": "tomorrow", "holder_type": "dog"},
            {("valid_from", "invalid"), ("holder_type", "invalid_choice")},
        ),
        (
            "subjects",
            {
                "cause": "miit_list",
                "name": "某",
                "valid_from": "2026-02-02",
                "valid_until": "2026-02-01",
            },
            {("valid_until", "invalid")},
        ),
        ("words", {"word": "中", "kind": "policy_word"}, {("word", "invalid")}),
        ("words", {"word": "x" * 33, "kind": "policy_word"}, {("word", "field_too_long")}),
        ("words", {"word": "禁词"}, {("kind", "invalid_choice")}),
        (
            "words",
            {"word": "禁词", "kind": "policy_word", "in_domain_names": "maybe"},
            {("in_domain_names", "invalid")},
        ),
        ("allowed", {"name": "=HYPERLINK(1)"}, {("name", "field_characters_invalid")}),
        ("allowed", {}, {("name", "field_required")}),
    ],
)
def test_wrong_values_are_refused_at_their_fields(keeper, list_name, values, errors):
    assert errors_of(keeper, list_name, **values) == errors


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("entries", [SUBJECTS, WORDS, ALLOWED], ids=lambda e: e.name)
def test_hostile_text_is_kept_whole_or_refused(keeper, entries, text):
    field = "word" if entries is WORDS else "name"
    with suppress(InvalidInput):
        made = add(keeper, entries.name, **GOOD[entries.name] | {field: text, "note": text})
        assert (getattr(made, field), made.note) == (text, text)


def test_nobody_but_keepers_writes(rita, stan, owner, inside, acme, keeper):
    made = add(keeper, "words", **GOOD["words"])
    for actor in (staff_actor_of(rita), staff_actor_of(stan), owner):
        for act in (
            lambda a: services.add_entry(actor=a, entries=WORDS, values=GOOD["words"]),
            lambda a: services.edit_entry(actor=a, entries=WORDS, pk=made.pk, values={}),
            lambda a: services.remove_entry(actor=a, entries=WORDS, pk=made.pk),
            lambda a: services.receive_import(actor=a, entries=WORDS, content=b""),
            lambda a: services.apply_import(actor=a, entries=WORDS, pending=""),
            lambda a: services.bar_templates(actor=a, subject=RestrictedSubject()),
        ):
            with acting_as(actor), pytest.raises(NotPermitted):
                act(actor)


def test_the_five_words_are_like_any_other_entry(keeper, as_staff):
    with as_staff():
        china = RestrictedWord.objects.get(word="China")
    with acting_as(keeper):
        services.remove_entry(actor=keeper, entries=WORDS, pk=china.pk)
    with as_staff():
        assert RestrictedWord.objects.filter(removed_at=None).count() == 4
