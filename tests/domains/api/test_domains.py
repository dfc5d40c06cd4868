"""GET /domains, GET and PATCH /domains/{name}, GET /domains/{name}/operations."""

import pytest

from domains.models import Domain
from tests.domains.queries import at_most


def names(answer):
    return [item["name"] for item in answer.json()["items"]]


def test_domain_has_the_promised_shape(api, acme, make_domain, make_template):
    template = make_template(acme)
    make_domain(acme, "中文示例.cn", template=template, real_name="failed", tags=["shop"])
    answer = api("GET", "domains/中文示例.cn")
    assert answer.status_code == 200
    found = answer.json()
    assert found["name"] == "xn--fiq26an69bm6r.cn"
    assert found["unicode_name"] == "中文示例.cn"
    assert found["service_status"] == "verification_failed"
    assert (found["lifecycle"], found["real_name_status"]) == ("active", "failed")
    assert (found["registrant_change_status"], found["transfer_status"]) == ("none", "none")
    assert found["template"] == template.public_id
    assert found["tags"] == ["shop"]
    assert found["registered_at"].endswith("+08:00")
    assert api("GET", "domains/xn--fiq26an69bm6r.cn").json() == found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["a.com", "b.com.cn", "c.cn"]),
        ("?sort=-name", ["c.cn", "b.com.cn", "a.com"]),
        ("?service_status=verification_failed", ["a.com"]),
        ("?suffix=com.cn", ["b.com.cn"]),
        ("?tag=shop", ["b.com.cn", "c.cn"]),
        ("?q=.CN", ["b.com.cn", "c.cn"]),
        ("?q=王小", ["a.com", "b.com.cn", "c.cn"]),
        ("?q=%25", []),
        ("?q=_.com", []),
        ("?expires_before=2000-01-01", []),
        ("?expires_before=2999-01-01&tag=shop", ["b.com.cn", "c.cn"]),
        ("?template=tpl_00000000000000000000000000", []),
        ("?template=nonsense", []),
    ],
)
def test_list_is_narrowed_and_sorted(api, acme, make_domain, query, expected):
    make_domain(acme, "a.com", real_name="failed")
    make_domain(acme, "b.com.cn", tags=["shop"])
    make_domain(acme, "c.cn", tags=["shop", "cn"])
    assert names(api("GET", f"domains{query}")) == expected


@pytest.mark.parametrize("sort", ["name", "-name", "expires_at", "-registered_at"])
def test_list_pages_by_key_without_gap_or_repetition(api, acme, make_domain, sort):
    for number in range(7):
        make_domain(acme, f"n{number}.com")
    path, seen = f"domains?sort={sort}&limit=3", []
    answer = api("GET", path)
    for _page in range(5):
        seen += names(answer)
        cursor = answer.json()["next"]
        if cursor is None:
            break
        answer = api("GET", f"{path}&cursor={cursor}")
    assert len(seen) == 7
    assert seen == names(api("GET", f"domains?sort={sort}"))


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("service_status=nonsense", "service_status"),
        ("sort=account__name", "sort"),
        ("expires_before=tomorrow", "expires_before"),
        ("limit=0", "limit"),
        ("cursor=nonsense", "cursor"),
        ("colour=red", "colour"),
    ],
)
def test_wrong_parameter_is_named(api, query, field):
    answer = api("GET", f"domains?{query}")
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("rows", [3, 300])
def test_list_costs_the_same_with_many_rows(api, acme, make_domain, make_template, inside, rows):
    first = make_domain(acme, "n.com", template=make_template(acme))
    with inside(acme):
        copies = [Domain(**_values(first), name=f"n{n}.com") for n in range(rows - 1)]
        Domain.objects.bulk_create(copies)
    with at_most(3):  # the key, its last use, the rows
        answer = api("GET", "domains?limit=200")
    assert len(names(answer)) == min(rows, 200)


def _values(domain):
    skipped = {"id", "uid", "name", "service_status", "created_at", "updated_at"}
    fields = [f.attname for f in Domain._meta.concrete_fields if f.name not in skipped]
    return {name: getattr(domain, name) for name in fields}


def test_patch_changes_tags_and_renewal_only(api, acme, make_domain):
    make_domain(acme, "a.com")
    answer = api("PATCH", "domains/a.com", {"tags": ["b", " a ", "b"], "auto_renew": True})
    assert answer.status_code == 200
    assert (answer.json()["tags"], answer.json()["auto_renew"]) == (["a", "b"], True)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"registrant_name": "x"}, "registrant_name"),
        ({"auto_renew": "yes"}, "auto_renew"),
        ({"auto_renew": None}, "auto_renew"),
        ({"tags": ["x" * 33]}, "tags.0"),
        ({"tags": ["a,b"]}, "tags"),
        ({"tags": "x"}, "tags"),
        ([], ""),
    ],
)
def test_patch_of_anything_else_is_refused_and_named(api, acme, make_domain, body, field):
    make_domain(acme, "a.com")
    answer = api("PATCH", "domains/a.com", body)
    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.json()["errors"]]


def test_operations_of_a_domain_say_why_and_until_when(api, acme, make_domain):
    make_domain(acme, "a.com", registrant_change="in_review")
    answer = api("GET", "domains/a.com/operations").json()["operations"]
    by_name = {item["operation"]: item for item in answer}
    assert by_name["renew"] == {"operation": "renew", "allowed": True, "blocked_by": []}
    push = by_name["push"]
    assert not push["allowed"]
    assert [b["code"] for b in push["blocked_by"]] == ["registrant_change_in_review"]
    assert push["blocked_by"][0]["message"].startswith("A change of registrant is in review")
    assert push["blocked_by"][0]["until"] is None


@pytest.mark.parametrize("path", ["domains/b.com", "domains/b.com/operations"])
def test_another_accounts_domain_is_not_found(api, globex, make_domain, path):
    make_domain(globex, "b.com")
    stranger, nobody = api("GET", path), api("GET", path.replace("b.com", "nobody.com"))
    assert (stranger.status_code, nobody.status_code) == (404, 404)
    assert stranger.json()["detail"] == nobody.json()["detail"]
    assert names(api("GET", "domains")) == []


@pytest.mark.parametrize(
    "name", ["-", "%00", "a..b", "x" * 260, "🦊", "ａ．ｃｏｍ", "a b.com", "%FF"]
)
def test_junk_for_a_name_is_not_found(api, name):
    assert api("GET", f"domains/{name}").status_code == 404


def test_key_without_the_scope_is_refused(acme, api_of, make_domain):
    make_domain(acme, "a.com")
    api = api_of(acme, scopes=("domains:read",))
    assert api("GET", "domains/a.com").status_code == 200
    answer = api("PATCH", "domains/a.com", {"tags": []})
    assert (answer.status_code, answer.json()["code"]) == (403, "scope_missing")
