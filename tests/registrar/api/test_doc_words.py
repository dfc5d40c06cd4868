"""What a search of the API's page finds operations by."""

from registrar.api.doc_words import words_of


def document(summary, description=""):
    operation = {
        "operationId": "getDomains",
        "x-scope": "domains:read",
        "summary": summary,
        "description": description,
        "parameters": [{"name": "registrant_name"}],
    }
    return {"paths": {"/api/v1/domains": {"get": operation}}}


def test_every_language_method_address_scope_and_parameters_are_searched():
    said = words_of([document("查询域名列表"), document("List the domains")])["getDomains"].split()
    assert {"查询域名列表", "list", "domains", "get", "/api/v1/domains"} <= set(said)
    assert {"domains:read", "registrant_name", "getdomains"} <= set(said)


def test_words_stand_once_and_without_marks_of_code():
    said = words_of([document("A `name`, a name", "a name")])["getDomains"].split()
    assert said.count("a") == 1
    assert "`name`," not in said


def test_page_is_searched_in_chinese_and_english_whatever_it_speaks(client, db):
    for language in ("zh-hans", "en"):
        client.cookies["language"] = language
        page = client.get("/api/v1/docs").content.decode()
        words = page.partition('id="getDomains" data-api-words="')[2].partition('"')[0]
        assert "查询账号的域名列表" in words
        assert "list the account&#x27;s domains" in words
