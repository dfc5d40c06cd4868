import pytest

from verification.catalogue.catalogue import reasons

pytestmark = pytest.mark.django_db
URL = "/api/v1/failure-reasons"


@pytest.fixture
def headers(acme, make_key):
    return make_key(acme, "verifications:read")


def test_catalogue_is_listed_whole(client, headers):
    body = client.get(URL, headers=headers).json()
    assert {item["code"] for item in body["items"]} == set(reasons())
    assert all(item["title"] and item["guidance"] for item in body["items"])
    assert body["next"] is None


@pytest.mark.parametrize(("language", "word"), [("en", "number"), ("zh-hans", "号码")])
def test_reason_speaks_the_asked_language(client, headers, language, word):
    asked = headers | {"Accept-Language": language}
    body = client.get(f"{URL}/number_mismatch", headers=asked).json()
    assert word in body["title"]
    assert body["causes"][0]["title"]


def test_reason_carries_messages_group_source_links_and_pictures(client, headers):
    asked = headers | {"Accept-Language": "en"}
    body = client.get(f"{URL}/registry_query_mismatch", headers=asked).json()
    assert body["messages"] == ["证件审核错误，查询结果与提交信息不一致"]
    assert body["group"] == "verification"
    assert body["source"].startswith("Tencent Cloud 002")
    organisation, individual = body["guidance"][:2]
    assert organisation["link"]["key"] == "external"
    assert organisation["link"]["url"] == "https://www.cods.org.cn/"
    assert organisation["picture"] is None
    assert individual["link"] == {
        "key": "resubmit",
        "url": "/verifications/?state=failed",
        "label": "Submit again",
    }
    assert individual["picture"]["key"] == "id_card_number"
    assert individual["picture"]["url"] == "/static/img/samples/id-card-number.svg"
    assert "18-digit citizen number" in individual["picture"]["alt"]


def test_unknown_reason_is_404(client, headers):
    assert client.get(f"{URL}/nonsense", headers=headers).status_code == 404


def classify(client, headers, data):
    return client.post(f"{URL}/classify", data, content_type="application/json", headers=headers)


def test_known_message_is_classified(client, headers):
    message = "审核失败：证件已过期,请提交有效的证件图片"
    body = classify(client, headers, {"message": message, "authority": "tencent"}).json()
    assert body["unknown"] is False
    assert body["reasons"][0]["code"] == "document_expired"
    assert 0 < body["reasons"][0]["confidence"] <= 1


def test_unknown_message_is_said_to_be_unknown(client, headers):
    body = classify(client, headers, {"message": "？"}).json()
    assert body == {"reasons": [], "unknown": True, "leftover": []}


def test_what_no_reason_accounts_for_is_left_over(client, headers):
    body = classify(client, headers, {"message": "证件已过期；授权书未盖章"}).json()
    assert [row["code"] for row in body["reasons"]] == ["document_expired"]
    assert (body["unknown"], body["leftover"]) == (False, ["授权书未盖章"])
    body = classify(client, headers, {"message": "授权书未盖章"}).json()
    assert (body["unknown"], body["leftover"]) == (True, ["授权书未盖章"])


@pytest.mark.parametrize(
    "data",
    [{}, {"message": ""}, {"message": 7}, {"message": "x", "more": 1}, {"message": "x" * 5000}],
)
def test_wrong_bodies_are_400(client, headers, data):
    assert classify(client, headers, data).status_code == 400


def test_any_key_without_the_scope_is_refused(client, acme, make_key):
    assert client.get(URL, headers=make_key(acme, "domains:read")).status_code == 403


def test_pages_of_the_catalogue_join_to_the_whole(client, headers):
    def get(url):
        return client.get(url, headers=headers).json()

    whole = [row["code"] for row in get(URL)["items"]]
    pages, cursor = [], ""
    while True:
        page = get(f"{URL}?limit=10" + (f"&cursor={cursor}" if cursor else ""))
        pages += [row["code"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert pages == whole == sorted(whole)
