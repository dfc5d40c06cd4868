import pytest

from templates_app.rules.document_types import (
    DOCUMENT_TYPES,
    FOREIGN_TYPES,
    OWN_SPELLING_TYPES,
    check_document_type,
    document_types_for,
)
from tests.templates_app.rules.codes import codes

INDIVIDUAL = "SFZ HZ GAJMTX TWJMTX WJLSFZ GAJZZ TWJZZ JGZ QT"
ORGANIZATION = (
    "QT YYZZ TYDM ORG SYDWFR SHTTFR MBFQY JJHFR LSZY ZJCS SHFWJG MBXXBX YLJGZY GZJGZY SFJD BDDM "
    "JDDWFW WGCZJG WGZHWH WLCZJG JWJG BJWSXX QTTYDM"
)


@pytest.mark.parametrize(
    ("holder", "expected"), [("individual", INDIVIDUAL), ("organization", ORGANIZATION)]
)
def test_document_types_for_lists_the_registrys_codes(holder, expected):
    assert [kind.code for kind in document_types_for(holder)] == expected.split()


def test_document_types_for_an_unknown_holder_is_empty():
    assert document_types_for("robot") == []


def test_names_are_present_and_distinct_in_both_languages():
    kinds = DOCUMENT_TYPES.values()
    assert len({kind.name_zh for kind in kinds}) == len({kind.name_en for kind in kinds}) == 31
    assert all(kind.name_en.isascii() and kind.name_en.strip() for kind in kinds)


def test_special_sets_name_existing_types_only():
    assert set(DOCUMENT_TYPES) >= FOREIGN_TYPES | OWN_SPELLING_TYPES


@pytest.mark.parametrize(
    ("holder", "document_type"),
    [("individual", "YYZZ"), ("organization", "SFZ"), ("robot", "QT"), ("individual", "NONE")],
)
def test_check_document_type_refuses_an_unsuitable_type(holder, document_type):
    assert codes(check_document_type(holder, document_type)) == ["document_type_not_allowed"]


def test_check_document_type_other_suits_both_holders():
    assert check_document_type("individual", "QT") == []
    assert check_document_type("organization", "QT") == []
