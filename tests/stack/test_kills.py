"""Nothing is lost: workers and brokers die while submissions are under way, and each submission
still ends, with exactly one result."""

import re
import time
from contextlib import suppress
from pathlib import Path

import requests

from tests.stack.api import Api
from tests.stack.harness import Stack, wait_for

# A row that a killed worker had in hand is taken up again after its lease of 40 s.
_HEALED_WITHIN = 120.0


def _expect_one_result_each(api: Api, ids: list[str]) -> None:
    wait_for(lambda: api.all_ended(ids), within=_HEALED_WITHIN, for_what="every submission's end")
    assert {one: api.results(one) for one in ids} == {one: ["submission.passed"] for one in ids}


def test_killed_worker_loses_and_doubles_nothing(stack: Stack, globex_api: Api) -> None:
    ids = []
    for _round in range(3):
        ids += [globex_api.submit_new_template() for _ in range(3)]
        # At different moments of the way: just handed in, sent, being asked about.
        stack.kill_worker()
        time.sleep(0.7)
    _expect_one_result_each(globex_api, ids)
    assert "worker ended (signal 9)" in stack.output


def test_worker_killed_after_approval_loses_nothing(stack: Stack, acme_api: Api) -> None:
    ids = [acme_api.submit_new_template() for _ in range(3)]
    reviewer = _Reviewer(stack)
    for submission in ids:
        reviewer.approve(submission)
    stack.kill_worker()
    _expect_one_result_each(acme_api, ids)


def test_stopped_broker_loses_nothing(stack: Stack, globex_api: Api) -> None:
    queue = stack.var / "broker" / "queue"
    before = [globex_api.submit_new_template() for _ in range(2)]
    away = queue.with_name("away")
    queue.rename(away)
    try:
        during = [globex_api.submit_new_template() for _ in range(2)]
        time.sleep(3)
    finally:
        _put_back(away, queue)
    _expect_one_result_each(globex_api, before + during)


def _put_back(away: Path, queue: Path) -> None:
    """The broker's folder in its old place, with what was written there meanwhile."""
    while away.exists():
        for stray in queue.iterdir() if queue.exists() else ():
            stray.rename(away / stray.name)
        with suppress(OSError):  # one more message was written since
            away.rename(queue)


class _Reviewer:
    """Staff in the admin, over HTTP."""

    def __init__(self, stack: Stack) -> None:
        self._base = stack.base_url
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.get(f"{self._base}/demo/", timeout=30)
        self._post("/demo/sign-in/", email="reviewer@registrar.example")

    def approve(self, submission: str) -> None:
        listed = self._session.get(
            f"{self._base}/admin/verification/submission/", params={"q": submission}, timeout=30
        )
        found = re.search(r"/admin/verification/submission/(\d+)/decide/", listed.text)
        assert found, listed.text[:2000]
        self._post(f"/admin/verification/submission/{found[1]}/claim/")
        self._post(f"/admin/verification/submission/{found[1]}/approve/")

    def _post(self, path: str, **fields: str) -> None:
        token = self._session.cookies["csrftoken"]
        answer = self._session.post(
            f"{self._base}{path}",
            data=fields,
            headers={"X-CSRFToken": token, "Referer": self._base},
            timeout=30,
        )
        assert answer.ok, f"{path}: {answer.status_code} {answer.text[:500]}"
