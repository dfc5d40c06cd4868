import pytest

LOGS = "/api/v1/operation-logs"


def labels(response):
    return [item["object"]["label"] for item in response.json()["items"]]


def test_entries_come_newest_first_with_everything_about_them(holding_key, log):
    log("template.created", label="一", after={"name": "李晓彤"})
    log("template.changed", label="二", before={"phone": "+8613800138000"}, after={"phone": ""})
    response = holding_key("logs:read").get(LOGS)
    assert response.status_code == 200
    assert labels(response) == ["二", "一"]
    newest = response.json()["items"][0]
    assert newest["actor"] == {"kind": "user", "name": "Alice"}
    assert newest["before"] == {"phone": "+86138****8000"}
    assert newest["id"].startswith("log_")
    assert newest["object"]["type"] == "template"
    assert newest["occurred_at"].endswith("+08:00")


def test_pages_follow_the_cursor(holding_key, log):
    for number in range(5):
        log(label=str(number))
    client, seen, cursor = holding_key("logs:read"), [], ""
    while cursor is not None:
        body = client.get(LOGS, {"limit": 2, "cursor": cursor}).json()
        seen += [item["object"]["label"] for item in body["items"]]
        cursor = body["next"]
    assert seen == ["4", "3", "2", "1", "0"]


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({"action": "domain.locked"}, ["锁"]),
        ({"action": "domain"}, ["锁"]),
        ({"q": "模"}, ["模板"]),
        ({"actor": "alice"}, ["锁", "模板"]),
        ({"from": "2000-01-01", "to": "2000-01-02"}, []),
    ],
)
def test_filters_narrow_the_list(holding_key, log, parameters, found):
    log("template.created", label="模板")
    log("domain.locked", label="锁")
    assert labels(holding_key("logs:read").get(LOGS, parameters)) == found


@pytest.mark.parametrize(
    ("parameters", "field"),
    [
        ({"page": "2"}, "page"),
        ({"limit": "0"}, "limit"),
        ({"limit": "201"}, "limit"),
        ({"limit": "٣"}, "limit"),
        ({"limit": "9" * 30}, "limit"),
        ({"from": "x"}, "from"),
        ({"to": "9999-12-31"}, "to"),
        ({"cursor": "x"}, "cursor"),
        ({"q": "x" * 101}, "q"),
    ],
)
def test_wrong_parameter_is_named(holding_key, parameters, field):
    response = holding_key("logs:read").get(LOGS, parameters)
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_key_without_the_scope_is_told_which(holding_key):
    response = holding_key("domains:read").get(LOGS)
    assert (response.status_code, response.json()["code"]) == (403, "scope_missing")
    assert "logs:read" in response.json()["detail"]


def test_other_accounts_entries_are_invisible(holding_key, log, globex, gina, actor_of):
    log(label="acme")
    foreign = holding_key("logs:read", actor=actor_of(globex, gina))
    assert labels(foreign.get(LOGS)) == []


@pytest.mark.parametrize("count", [3, 100])
def test_list_costs_the_same_whatever_its_length(count, holding_key, log, at_most_queries):
    for number in range(count):
        log(label=str(number))
    client = holding_key("logs:read")
    client.get(LOGS)
    with at_most_queries(4):
        assert len(client.get(LOGS, {"limit": 200}).json()["items"]) == count


def test_one_entry_is_read_by_its_id_in_its_own_account_only(holding_key, log, owner):
    log(label="一")
    client = holding_key("logs:read")
    entry = client.get(LOGS).json()["items"][0]
    assert client.get(f"{LOGS}/{entry['id']}").json() == entry
    assert client.get(f"{LOGS}/log_01m8dbkdgnerftcfncvyknc7bd").status_code == 404
