"""Every reason that a holder can't get past says what else would do."""

import pytest
from django.utils import translation

from verification.catalogue.catalogue import reasons
from verification.reverification.alternatives import Other, alternatives_to

SWITCH = sorted(code for code, reason in reasons().items() if reason.next == "switch")


@pytest.mark.parametrize("code", SWITCH)
def test_every_switch_reason_has_an_alternative_in_both_languages(code):
    found = alternatives_to([code])
    assert found
    for alternative in found:
        with translation.override("en"):
            english = str(alternative.text)
        with translation.override("zh-hans"):
            assert str(alternative.text) != english


def test_overseas_holder_is_told_of_document_holder_and_suffix():
    found = alternatives_to(["overseas_registrant"])
    assert [a.other for a in found] == [Other.DOCUMENT_TYPE, Other.HOLDER, Other.SUFFIX]
    assert {a.reason for a in found} == {"overseas_registrant"}


def test_reason_without_its_own_words_gets_the_general_ones():
    found = alternatives_to(["restricted_word", "not_in_the_table"])
    assert [(a.reason, a.other) for a in found] == [
        ("restricted_word", Other.NAME),
        ("not_in_the_table", Other.DOCUMENT_TYPE),
        ("not_in_the_table", Other.HOLDER),
    ]


def test_no_switch_reason_needs_no_alternative():
    assert alternatives_to([]) == ()
