"""GET /api/v1/domains/{name}/reverification."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from registrar.accounts.api_keys import make_key
from registrar.accounts.models import ApiKey
from registrar.accounts.permissions import SCOPES
from registrar.workdays import add_working_days
from tests import world
from verification.api.reverification import shape_outlook
from verification.models import SubmissionMaterial
from verification.reverification.selectors import outlook_for
from verification.waiting.services import schedule_reminder

from .conftest import NAME_MESSAGE, fail_again


@pytest.fixture
def api(acme, alice):
    key = world.build(acme, alice, secret="acme").key

    def get(name: str, key: str = key, query: dict | None = None, **headers: str):
        address = f"/api/v1/domains/{name}/reverification"
        sent = {"authorization": f"Bearer {key}", **headers}
        return Client().get(address, query or {}, headers=sent)

    return get


def test_answer_has_failure_and_both_routes_in_the_contracts_shape(api, failed, verified_template):
    template = verified_template()
    answer = api("shop.com")
    assert answer.status_code == 200
    body = answer.json()
    assert body["failure"]["raw_messages"] == [NAME_MESSAGE]
    assert body["failure"]["reasons"][0]["code"] == "registrant_name_mismatch"
    change, resubmit = body["routes"]
    today = timezone.localdate()
    assert change["route"] == "change_registrant"
    assert change["available"] is True
    assert change["blocked_by"] == []
    assert [t["id"] for t in change["templates"]] == [template.public_id]
    assert change["expected_on"] == add_working_days(today, 3).date.isoformat()
    assert change["recommended"] is True
    assert change["because"][0] == "usable_template_same_holder"
    assert resubmit["route"] == "resubmit"
    assert resubmit["templates"] == []
    assert dt.date.fromisoformat(resubmit["expected_on"]) == add_working_days(today, 5).date
    assert resubmit["recommended"] is False


def test_answer_follows_the_asked_language(api, failed):
    english = api("shop.com", **{"accept-language": "en"}).json()
    chinese = api("shop.com", **{"accept-language": "zh-hans"}).json()
    title = english["failure"]["reasons"][0]["title"]
    assert title.isascii()
    assert title != chinese["failure"]["reasons"][0]["title"]


def test_number_of_a_template_is_masked(api, failed, verified_template):
    verified_template()
    assert world.NUMBER not in api("shop.com").text


def test_foreign_domain_is_404(api, globex, inside):
    with inside(globex):
        world.domain_of(globex, "theirs.com", real_name="failed")
    assert api("theirs.com").status_code == 404


def test_unknown_parameter_is_refused(api, failed):
    assert api("shop.com", query={"x": "1"}).status_code == 400


def test_key_without_the_scope_is_refused(api, acme, failed, inside):
    text, prefix, hashed = make_key()
    with inside(acme):
        ApiKey.objects.create(
            account=acme, name="k", prefix=prefix, secret_hash=hashed, scopes=["logs:read"]
        )
    assert api("shop.com", key=text).status_code == 403


def test_new_document_has_its_safe_day_reminder_and_why_not_yet(api, acme, inside, time_machine):
    time_machine.move_to("2026-03-02T10:00:00+08:00", tick=False)
    with inside(acme) as system:
        domain = world.domain_of(acme, "new.com", real_name="failed")
        failed = fail_again(domain, raw_messages=["注册者身份证明资料为新颁发证件"])
        SubmissionMaterial.objects.create(
            account=acme, submission=failed, material=world.material_of(acme), position=0
        )
        schedule_reminder(actor=system, submission=failed, issued_on=dt.date(2026, 2, 25))
    change, resubmit = api("new.com").json()["routes"]
    assert (change["safe_from"], change["reminder"], change["unchanged"]) == (None, None, None)
    assert resubmit["safe_from"] == resubmit["reminder"]["due_on"] == "2026-03-10"
    assert resubmit["safe_provisional"] is False
    assert resubmit["expected_on"] == "2026-03-17"
    assert "reason_is_wait" in resubmit["because"]
    assert resubmit["unchanged"] | {"blockers": []} == {
        "available": False,
        "may_insist": True,
        "blocked_by": ["too_early"],
        "blockers": [],
        "submission": failed.public_id,
    }
    assert resubmit["unchanged"]["blockers"][0]["until"] == "2026-03-10"


def test_holder_that_can_not_pass_has_alternatives(api, acme, inside):
    with inside(acme):
        domain = world.domain_of(acme, "abroad.cn", real_name="failed")
        fail_again(domain, raw_messages=["提交资料显示为海外用户"])
    body = api("abroad.cn").json()
    assert [a["other"] for a in body["alternatives"]] == ["document_type", "holder", "suffix"]
    assert all(a["reason"] == "overseas_registrant" and a["text"] for a in body["alternatives"])


def test_narrow_key_reads_no_further_than_its_scopes(
    api, acme, failed, verified_template, key_of, inside
):
    verified_template()
    with inside(acme):
        fail_again(
            failed, attempt=2, holder_name="张示 例", raw_messages=["证件电子信息核验不合格"]
        )
        outlook = outlook_for(failed, language="en")
        wide = shape_outlook(outlook, key_of(acme, *SCOPES))
        narrow = shape_outlook(outlook, key_of(acme, "domains:read"))

    def verdicts(body):
        return {c["verdict"] for r in body["failure"]["reasons"] for c in r["causes"]}

    assert "confirmed" in verdicts(wide)
    assert verdicts(narrow) == {"unknown"}
    assert wide["routes"][0]["templates"]
    assert narrow["routes"][0]["templates"] == []
