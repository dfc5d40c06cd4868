"""A customer's script: the REST API over real HTTP."""

import itertools
import time
import uuid
from typing import Any

import requests

from registrar.embedded.documents import draw_id_card
from tests.stack.harness import Stack

_ENDED = {"passed", "failed", "withdrawn"}
_names = itertools.count(1)
# Reading a picture takes seconds; on a busy machine, or after a killed reader, a good deal more.
_READ_WITHIN = 180.0


class Api:
    """Calls as the key of one demo account; AssertionError when an answer is an error."""

    def __init__(self, stack: Stack, account: str) -> None:
        self._base = f"{stack.base_url}/api/v1"
        self._session = requests.Session()
        self._session.trust_env = False
        key = stack.demo["accounts"][account]["api_key"]
        self._session.headers["Authorization"] = f"Bearer {key}"

    def get(self, path: str, **params: str) -> dict[str, Any]:
        return self._read(self._session.get(f"{self._base}{path}", params=params, timeout=30))

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._read(self._send(path, body))

    def patch(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._read(self._session.patch(f"{self._base}{path}", json=body, timeout=30))

    def upload(self, picture: bytes) -> str:
        files = {"file": ("card.jpg", picture, "image/jpeg")}
        answer = self._session.post(f"{self._base}/materials", files=files, timeout=60)
        return str(self._read(answer)["id"])

    def submit_new_template(self, *, name: str = "", number: str = "11010119900307889X") -> str:
        """A new person's template, handed in; the submission's id."""
        return self.submit(self.prepare_template(name=name, number=number))

    def prepare_template(
        self, *, name: str = "", number: str = "11010119900307889X"
    ) -> dict[str, Any]:
        """A new person's template and its picture; what `submit` then hands in."""
        name = name or f"试{_hanzi(next(_names))}"
        template = self.post("/templates", person(name, number))["id"]
        return {
            "template": template,
            "document_type": "SFZ",
            "document_number": number,
            "materials": [self.upload(draw_id_card(name, number))],
        }

    def submit(self, body: dict[str, Any]) -> str:
        return str(self.post_when_read("/verifications", body)["id"])

    def wait_until_read(self, material: str) -> None:
        until = time.monotonic() + _READ_WITHIN
        while self.get(f"/materials/{material}")["reading"] != "read":
            assert time.monotonic() < until, f"{material} is not read"
            time.sleep(0.25)

    def post_when_read(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer once the pictures are read; until then the caller is told to come back."""
        return self._read(self._answer_when_read(path, body))

    def refused_when_read(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The same where the answer has to be that something is wrong."""
        answer = self._answer_when_read(path, body)
        assert answer.status_code == 400, f"{path}: {answer.status_code} {answer.text}"
        return dict(answer.json())

    def states(self, ids: list[str]) -> dict[str, str]:
        return {one: str(self.get(f"/verifications/{one}")["state"]) for one in ids}

    def all_ended(self, ids: list[str]) -> bool:
        return set(self.states(ids).values()) <= _ENDED

    def results(self, submission: str) -> list[str]:
        """Every result that the operation log holds of it."""
        entries = self.get("/operation-logs", object_id=submission, limit="200")["items"]
        ends = {"submission.passed", "submission.failed", "submission.timed_out"}
        return [entry["action"] for entry in entries if entry["action"] in ends]

    def _answer_when_read(self, path: str, body: dict[str, Any]) -> requests.Response:
        until = time.monotonic() + _READ_WITHIN
        while True:
            answer = self._send(path, body)
            pending = answer.status_code == 409 and answer.json()["code"] == "pictures_pending"
            if not pending or time.monotonic() > until:
                return answer
            time.sleep(float(answer.headers["Retry-After"]))

    def _send(self, path: str, body: dict[str, Any]) -> requests.Response:
        headers = {"Idempotency-Key": uuid.uuid4().hex}
        return self._session.post(f"{self._base}{path}", json=body, headers=headers, timeout=60)

    def _read(self, answer: requests.Response) -> dict[str, Any]:
        assert answer.ok, f"{answer.request.method} {answer.url}: {answer.text}"
        return dict(answer.json())


def person(name: str, number: str) -> dict[str, str]:
    """A complete template of an individual, as the API takes it."""
    return {
        "holder_type": "individual",
        "name_zh": name,
        "contact_name_zh": name,
        "country": "CN",
        "province": "北京市",
        "city": "北京市",
        "address_zh": "北京市海淀区示例大街8号样本大厦5层501室",
        "postcode": "100080",
        "phone_country_code": "86",
        "phone_number": "13800138000",
        "email": "script@acme.example",
        "document_type": "SFZ",
        "document_number": number,
    }


def _hanzi(number: int) -> str:
    """A name for each number, in characters that no reader takes for a stroke."""
    return "".join("安博成德方高海江林明"[int(digit)] for digit in str(number))
