"""The contract's examples are what both sides really take."""

import json
import re

import pytest

from tests.stack.harness import ROOT
from verification.authorities.http.messages import parse_answer, parse_callback
from verification.authorities.http.signing import SignatureRefused, verify_callback
from verification.authorities.reference.faults import ON_ANSWERS, ON_CALLBACKS
from verification.authorities.reference.options import Key
from verification.authorities.reference.register import Register
from verification.authorities.reference.signatures import Request

TEXT = (ROOT / "docs" / "authority-contract.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```json\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
EXAMPLE = re.search(r"^```\n(POST \S+ HTTP/1.1\n.*?)\n```", TEXT, re.DOTALL | re.MULTILINE)
SECRET, SIGNED_AT = "an example secret, known to all!", 1795676645


def blocks_with(member):
    return [block for block in BLOCKS if member in json.loads(block)]


def signed_example():
    head, _empty, body = EXAMPLE[1].partition("\n\n")
    first, *lines = head.splitlines()
    headers = dict(line.split(": ", 1) for line in lines)
    method, path, _version = first.split()
    return Request(method, f"https://{headers['Host']}{path}", headers), body.encode()


@pytest.mark.parametrize("block", blocks_with("standing"))
def test_answers_in_the_document_are_understood(block):
    parse = parse_callback if "message_id" in block else parse_answer
    assert parse(block.encode()).standing == json.loads(block)["standing"]


def test_signed_example_verifies_with_its_secret_at_its_time(time_machine):
    time_machine.move_to(SIGNED_AT + 200, tick=False)
    request, body = signed_example()
    verify_callback(request, body=body, key_id="authority-2026", keys=[SECRET])
    assert parse_callback(body).message_id == "msg_7f3a"
    assert len(body) == 215


def test_signed_example_is_refused_when_its_time_is_over(time_machine):
    time_machine.move_to(SIGNED_AT + 400, tick=False)
    request, body = signed_example()
    with pytest.raises(SignatureRefused):
        verify_callback(request, body=body, key_id="authority-2026", keys=[SECRET])


def test_files_of_the_reference_authority_are_as_documented(tmp_path):
    (register,), (keys,) = blocks_with("identities"), blocks_with("registrar")
    for name, text in (("register", register), ("secrets", keys)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = Register(tmp_path / "register").look_up(
        name="张三", document_number="11010119900307395x"
    )
    assert [entry.document_type for entry in found.by_number] == ["SFZ"]
    sides = {side: Key(**key).key_id for side, key in json.loads(keys).items()}
    assert sides == {"registrar": "registrar-1", "authority": "authority-1"}


def test_every_fault_is_documented():
    named = set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
    assert named == {*ON_ANSWERS, *ON_CALLBACKS}
