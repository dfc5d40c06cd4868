"""Query parameters from strangers: typed, bounded, and never a 500."""

import pytest
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from registrar.api.parameters import limit_of, only
from registrar.errors import InvalidInput


def asked(limit):
    return Request(APIRequestFactory().get("/", {"limit": limit}))


def test_parameter_that_comes_twice_is_refused_by_name():
    request = Request(APIRequestFactory().get("/?state=a&state=b&colour=c&limit=1"))
    with pytest.raises(InvalidInput) as refused:
        only(request, "state", "limit")
    assert [(error.field, error.code) for error in refused.value.errors] == [
        ("colour", "unknown_parameter"),
        ("state", "repeated_parameter"),
    ]


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
