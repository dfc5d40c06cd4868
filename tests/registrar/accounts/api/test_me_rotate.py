"""A key that gives itself a new secret by the API."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

ROTATE = "/api/v1/me/rotate"
ME = "/api/v1/me"


@pytest.fixture
def script(holding_key):
    return holding_key("domains:read")


def rotate(client, **body):
    return client.post(ROTATE, body, content_type="application/json")


def with_text(text):
    return Client(headers={"Authorization": f"Bearer {text}"})


def test_new_key_is_told_once_and_both_work_until_the_old_one_ends(script):
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        before = script.get(ME).json()["key"]
        answer = rotate(script, overlap_hours=2)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
        text, key = answer.json()["text"], answer.json()["key"]
        assert key["id"] == before["id"]
        assert text.startswith(f"zm_{key['prefix']}_")
        assert key["former"]["prefix"] == before["prefix"]
        me = with_text(text).get(ME)
        assert text not in me.content.decode()
        assert me.json()["key"]["former"] == script.get(ME).json()["key"]["former"]
    with time_machine.travel(start + dt.timedelta(hours=2, seconds=1), tick=False):
        assert script.get(ME).status_code == 401
        assert with_text(text).get(ME).json()["key"]["former"] is None


def test_without_a_body_the_old_one_has_a_day(script):
    ends = rotate(script).json()["key"]["former"]["ends_at"]
    left = dt.datetime.fromisoformat(ends) - timezone.now()
    assert dt.timedelta(hours=23) < left <= dt.timedelta(days=1)


@pytest.mark.parametrize("hours", [-1, 169, "x", None, 1.5])
def test_overlap_outside_of_its_bounds_is_refused(script, hours):
    refused = rotate(script, overlap_hours=hours)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "overlap_hours")
    assert script.get(ME).json()["key"]["former"] is None


def test_rotating_again_while_both_are_in_use_is_a_conflict(script):
    second = with_text(rotate(script).json()["text"])
    second.get(ME)
    refused = rotate(second)
    assert (refused.status_code, refused.json()["code"]) == (409, "still_overlapping")
