"""The help documents' numbers, dates and exceptions survive every rewording."""

import pytest

from tests.verification.catalogue.facts import FACTS
from verification.catalogue.catalogue import localise, reason, reasons


def said(code, language):
    """All that a user reads about a reason."""
    page = localise(reason(code), language)
    return "\n".join((page.title, page.summary, *(s.text for s in page.guidance), *page.prepare))


@pytest.mark.parametrize(("code", "fact"), FACTS)
def test_guidance_keeps_the_fact_in_both_languages(code, fact):
    for language, words in zip(("zh-hans", "en"), fact, strict=True):
        text = said(code, language)
        assert [word for word in words if word not in text] == []


def test_every_verification_reason_has_a_fact_to_keep():
    verification = {r.code for r in reasons().values() if r.group == "verification"}
    assert verification <= {code for code, _fact in FACTS}
