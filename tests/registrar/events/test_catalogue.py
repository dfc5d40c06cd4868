"""Registering types of events."""

import dataclasses

import pytest

from registrar.events.catalogue import event_type_named, event_types, register_events
from registrar.events.selectors import names_of


def test_a_name_stands_for_one_type():
    twin = dataclasses.replace(event_type_named("account.renamed"))
    with pytest.raises(ValueError, match=r"account\.renamed"):
        register_events([twin])


def test_registering_twice_is_once():
    kind = event_type_named("account.renamed")
    before = event_types()
    register_events([kind])
    assert event_types() == before


def test_wildcard_covers_the_types_of_one_object():
    names = names_of(["account.*", "member.joined"])
    assert names == ["account.renamed", "account.review_level_changed", "member.joined"]
