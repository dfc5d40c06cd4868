"""No call breaks the API, surprises who has read its document, or shows another's data."""

import pytest
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.fuzz.conftest import undone
from tests.fuzz.document import BOUNDED, load
from tests.fuzz.leaks import leaked
from tests.fuzz.offering import offer
from tests.world import World

pytestmark = [pytest.mark.fuzz, pytest.mark.django_db]

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
    allow_header_conformance,
]
schema = load()


@schema.parametrize()
@BOUNDED
def test_call_keeps_to_the_document_and_to_its_account(case: Case, worlds: tuple[World, World]):
    """As made up; with an account's own objects; and the same from the other account's key."""
    own, other = worlds
    ask(case, as_=own, stranger=other)
    offer(case, own)
    ask(case, as_=own, stranger=other)
    ask(case, as_=other, stranger=own)


def ask(case: Case, *, as_: World, stranger: World) -> None:
    with undone():
        response = case.call(headers={"Authorization": f"Bearer {as_.key}"})
    case.validate_response(response, CHECKS)
    assert leaked(case, response, stranger) == []
