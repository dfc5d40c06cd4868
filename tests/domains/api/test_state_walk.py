"""Every state × every action through the API, and the gate's answer at this door."""

import pytest

from domains.models import Operation
from domains.states import OperationState
from tests.domains.services.test_state_walk import ALLOWED, operation_in

__all__ = ["operation_in"]

BLOCKING = [
    ({"lifecycle": "expired"}, "expired"),
    ({"lifecycle": "redemption"}, "redemption"),
    ({"lifecycle": "pending_delete"}, "pending_delete"),
    ({"lifecycle": "registering"}, "registering"),
    ({"naming": "in_review"}, "naming_in_review"),
    ({"naming": "failed"}, "naming_failed"),
    ({"real_name": "in_review"}, "verification_in_review"),
    ({"registrant_change": "in_review"}, "registrant_change_in_review"),
    ({"transfer": "in_pending"}, "transfer_in_pending"),
    ({"transfer": "out_pending"}, "transfer_out_pending"),
    ({"transfer": "push_pending"}, "push_pending"),
    ({"disputed": True}, "disputed"),
    ({"epp_statuses": ["clientUpdateProhibited"]}, "client_update_prohibited"),
    ({"epp_statuses": ["serverUpdateProhibited"]}, "server_update_prohibited"),
]


@pytest.mark.parametrize("state", OperationState.values)
def test_cancel_answers_done_or_conflict(api, operation_in, state):
    operation = operation_in(state)
    answer = api("POST", f"operations/{operation.public_id}/cancel")
    assert answer.status_code == (200 if ("cancel", state) in ALLOWED else 409)


@pytest.mark.parametrize("state", OperationState.values)
def test_request_answers_accepted_or_conflict(api, operation_in, state):
    operation = operation_in(state)
    body = {
        "operation": "change_registrant",
        "domain": "a.com",
        "template": operation.template.public_id,
    }
    answer = api("POST", "operations", body)
    assert answer.status_code == (202 if ("request", state) in ALLOWED else 409)
    if answer.status_code == 409 and answer.json()["code"] == "operation_open":
        assert answer.json()["operation"] == operation.public_id


@pytest.mark.parametrize(("fields", "code"), BLOCKING, ids=[code for _fields, code in BLOCKING])
def test_gate_is_closed_at_this_door_too(
    api, acme, make_domain, make_template, inside, fields, code
):
    make_domain(acme, "a.com", **fields)
    body = {
        "operation": "change_registrant",
        "domain": "a.com",
        "template": make_template(acme).public_id,
    }
    answer = api("POST", "operations", body)
    assert answer.status_code == 409
    assert code in [error["code"] for error in answer.json()["errors"]]
    gates = api("GET", "domains/a.com/operations").json()["operations"]
    blocked = next(g for g in gates if g["operation"] == "change_registrant")
    assert code in [blocker["code"] for blocker in blocked["blocked_by"]]
    with inside(acme):
        assert not Operation.objects.exists()
