"""What counts as a leak, without a call: `leaked` compares texts only."""

from types import SimpleNamespace

import pytest

from tests.fuzz.leaks import leaked

STRANGER = SimpleNamespace(
    secret="numbatmark",
    account=SimpleNamespace(public_id="acct_2", name="numbatmark Ltd"),
    ids=lambda: {"template": "tpl_2", "domain": "numbatmark.com"},
)


def found(text, *, headers=None, path=None, query=None, body=None):
    case = SimpleNamespace(path_parameters=path or {}, query=query or {}, body=body)
    response = SimpleNamespace(content=text.encode(), headers=headers or {})
    return leaked(case, response, STRANGER)


def test_answer_about_the_own_account_leaks_nothing():
    assert found('{"id": "tpl_1", "name": "quokkamark"}') == []


@pytest.mark.parametrize("mark", ["numbatmark", "tpl_2", "acct_2"])
def test_every_mark_of_the_stranger_is_found_in_body_and_headers(mark):
    assert found(f'{{"detail": "of {mark}"}}') == [mark]
    assert found("", headers={"Location": f"/api/v1/templates/{mark}"}) == [mark]


@pytest.mark.parametrize(
    "call",
    [
        {"path": {"template_id": "tpl_2"}},
        {"query": {"q": "tpl_2"}},
        {"body": {"items": [{"template": "tpl_2"}]}},
        {"body": {"tpl_2": 1}},
    ],
)
def test_what_the_call_itself_has_said_is_no_leak(call):
    assert found('{"detail": "no tpl_2"}', **call) == []


def test_more_than_the_call_has_said_is_one():
    assert found('{"domain": "numbatmark.com"}', path={"template_id": "tpl_2"}) == [
        "numbatmark",
        "numbatmark.com",
    ]


def test_text_that_comes_back_in_an_address_is_no_leak():
    said = {"name": "域名 tpl_2"}
    assert found("", headers={"Location": "/x?name=%E5%9F%9F%E5%90%8D%20tpl_2"}, query=said) == []
