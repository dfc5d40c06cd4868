"""The main job by script alone: a template and failed domains get through verification, by both
routes, as a trusted account's key may (design: REST contract; seed 003 for the routes)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from registrar.embedded.demo_data.identities import BY_KEY, Identity
from registrar.embedded.demo_data.pictures import draw
from tests.stack.api import Api, person
from tests.stack.harness import wait_for

# Well formed, but not the number under which the register knows the name.
_OTHER_NUMBER = "440306199509203204"
_WANG = BY_KEY["wang"]
_SECONDS = 60.0


def _ended(get: Callable[[], dict[str, Any]], open_states: set[str]) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        found = get()
        return None if found["state"] in open_states else found

    return dict(wait_for(look, within=_SECONDS, for_what="the result"))


def _body(api: Api, identity: Identity, **subject: str) -> dict[str, Any]:
    """What hands in the identity's document, its picture uploaded, for a template or domain."""
    given = {"document_type": identity.document_type, "document_number": identity.number}
    return {**given, "materials": [api.upload(draw(identity))], **subject}


def _verify(api: Api, identity: Identity, **subject: str) -> dict[str, Any]:
    """Hand in the identity's document; the submission, ended."""
    handed_in = api.post_when_read("/verifications", _body(api, identity, **subject))
    path = f"/verifications/{handed_in['id']}"
    return _ended(lambda: api.get(path), {"submitted", "in_review", "at_authority"})


def _freed(api: Api, name: str) -> dict[str, Any]:
    """The domain when the registry has heard of the pass and lifted its serverHold."""

    def look() -> dict[str, Any] | None:
        domain = api.get(f"/domains/{name}")
        assert domain["service_status"] in {"on_hold", "verified"}
        return domain if domain["service_status"] == "verified" else None

    domain = dict(wait_for(look, within=_SECONDS, for_what=f"{name} to be verified"))
    assert "serverHold" not in domain["epp_statuses"]
    return domain


def _routes(api: Api, domain: str) -> dict[str, dict[str, Any]]:
    answer = api.get(f"/domains/{domain}/reverification")
    assert answer["failure"]["reasons"]
    return {route["route"]: route for route in answer["routes"]}


def test_number_typed_wrong_is_stopped_by_what_the_card_shows(globex_api: Api) -> None:
    template = globex_api.post("/templates", person(_WANG.name, _OTHER_NUMBER))["id"]
    body = _body(globex_api, _WANG, template=template) | {"document_number": _OTHER_NUMBER}
    refused = globex_api.refused_when_read("/verifications", body)
    assert [error["code"] for error in refused["errors"]] == ["number_mismatch"]
    assert globex_api.get(f"/templates/{template}")["state"] == "unverified"


def test_failed_template_is_corrected_then_takes_a_failed_domain(globex_api: Api) -> None:
    wang = _WANG
    template = globex_api.post("/templates", person(wang.name, _OTHER_NUMBER))["id"]

    # Form and card agree, so that the register alone knows better.
    failed = _verify(globex_api, replace(wang, number=_OTHER_NUMBER), template=template)
    assert failed["state"] == "failed"
    failure = failed["failure"]
    assert failure["stage"] == "authority"
    assert failure["raw_messages"] == ["注册者证件号码填写有误，请输入与证件照片一致的证件号码"]
    assert [reason["code"] for reason in failure["reasons"]] == ["number_mismatch"]
    causes = failure["reasons"][0]["causes"]
    assert all(cause["title"] and cause["fix"] for cause in causes)
    assert causes
    assert globex_api.get(f"/templates/{template}")["state"] == "failed"

    globex_api.patch(f"/templates/{template}", {"document_number": wang.number})
    assert _verify(globex_api, wang, template=template)["state"] == "passed"
    assert globex_api.get(f"/templates/{template}")["state"] == "verified"

    name = "huanqiu-shop.cn"
    route = _routes(globex_api, name)["change_registrant"]
    assert route["available"]
    assert template in [offered["id"] for offered in route["templates"]]
    # The key's scope "sensitive" stands for the code that a person would enter.
    body = {"operation": "change_registrant", "domain": name, "template": template}
    operation = globex_api.post("/operations", body)
    assert operation["expected_on"] >= operation["created_at"][:10]
    path = f"/operations/{operation['id']}"
    done = _ended(lambda: globex_api.get(path), {"submitted", "in_review"})
    assert (done["state"], done["failure"]) == ("succeeded", None)

    domain = _freed(globex_api, name)
    assert domain["real_name_status"] == "verified"
    assert domain["registrant_change_status"] == "none"  # none is under way any more
    assert (domain["template"], domain["registrant_name"]) == (template, wang.name)


def test_failed_domain_passes_with_the_right_number(globex_api: Api) -> None:
    name = "gangao-sample.cn"
    assert globex_api.get(f"/domains/{name}")["service_status"] == "verification_failed"
    assert _routes(globex_api, name)["resubmit"]["available"]

    assert _verify(globex_api, BY_KEY["zhou"], domain=name)["state"] == "passed"
    _freed(globex_api, name)
