"""What watches the whole suite for refusals that the document does not name."""

import pytest

from tests.documented import undocumented


@pytest.fixture
def refused(holding_key):
    return holding_key("domains:read").get("/api/v1/domains/nobody.example")


def test_refusal_that_is_named_passes(refused):
    assert undocumented("GET", refused) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status_code": 410}, "getDomain answers 410 not_found"),
        ({"_content": b'{"code": "made_up"}'}, "getDomain answers 404 made_up"),
    ],
)
def test_refusal_of_another_status_or_code_is_said(refused, change, said):
    for name, value in change.items():
        setattr(refused, "content" if name == "_content" else name, value)
    refused.json = lambda: {"code": "made_up"} if "_content" in change else {"code": "not_found"}
    assert undocumented("GET", refused) == said


def test_address_outside_of_the_api_is_no_matter_of_the_document(client, db):
    assert undocumented("GET", client.get("/nowhere")) == ""
