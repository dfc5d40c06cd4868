"""Query parameters from strangers: typed, bounded, and never a 500."""

import pytest
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from registrar.api.parameters import limit_of
from registrar.errors import InvalidInput


def asked(limit):
    return Request(APIRequestFactory().get("/", {"limit": limit}))


@pytest.mark.parametrize(("text", "number"), [("", 50), ("1", 1), ("200", 200), ("007", 7)])
def test_limit_that_fits_is_taken(text, number):
    assert limit_of(asked(text)) == number


@pytest.mark.parametrize(
    "text",
    [
        *("0", "201", "-1", "+1", " 1", "1.0", "1e2", "x", "²", "٣"),
        "0000000011000000",
        "000000001" + "0" * 5000,
    ],
)
def test_limit_that_is_none_is_refused_however_it_is_written(text):
    with pytest.raises(InvalidInput):
        limit_of(asked(text))
