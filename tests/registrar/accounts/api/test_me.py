def test_me_names_account_key_and_scopes(holding_key, acme):
    body = holding_key("logs:read", "domains:read").get("/api/v1/me").json()
    assert body["account"] == {"id": acme.public_id, "slug": "acme", "name": acme.name}
    assert body["key"]["name"] == "script"
    assert body["key"]["id"].startswith("key_")
    assert body["key"]["expires_at"] is None
    assert body["scopes"] == ["logs:read", "domains:read"]


def test_me_needs_no_scope_but_a_key(holding_key, client):
    assert holding_key().get("/api/v1/me").status_code == 200
    assert client.get("/api/v1/me").status_code == 401


def test_me_takes_no_parameter(holding_key):
    response = holding_key().get("/api/v1/me?verbose=1")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "verbose")
