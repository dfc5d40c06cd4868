ACCOUNT = "/api/v1/account"


def test_any_key_reads_its_account(holding_key, acme):
    body = holding_key().get(ACCOUNT).json()
    assert body == {"id": acme.public_id, "slug": "acme", "name": acme.name}


def test_renaming_needs_its_scope(holding_key, acme):
    body = {"name": " Acme "}
    refused = holding_key("domains:write").patch(ACCOUNT, body, content_type="application/json")
    assert refused.status_code == 403
    renaming = holding_key("account:manage")
    renamed = renaming.patch(ACCOUNT, body, content_type="application/json")
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Acme")
    empty = renaming.patch(ACCOUNT, {"name": " "}, content_type="application/json")
    assert (empty.status_code, empty.json()["errors"][0]["field"]) == (400, "name")
