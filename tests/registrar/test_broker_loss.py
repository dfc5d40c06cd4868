"""What a worker does with a message that it can't acknowledge."""

from types import SimpleNamespace

import pytest
from kombu.message import Message

from registrar.broker_loss import LossNoticingRequest
from registrar.celery import app


class BrokerGone(Exception):
    """What a transport raises when its server is away."""


@pytest.fixture(autouse=True)
def tasks() -> None:
    app.loader.import_default_modules()


def _refuse(*_args: object, **_options: object) -> None:
    raise BrokerGone


def _request() -> LossNoticingRequest:
    channel = SimpleNamespace(basic_ack=_refuse, basic_reject=_refuse, no_ack_consumers=())
    message = Message(
        body="[[], {}, {}]",
        delivery_tag="1",
        content_type="application/json",
        content_encoding="utf-8",
        headers={"id": "1", "task": "registrar.console.tasks.note_heartbeat"},
        channel=channel,
    )
    return LossNoticingRequest(
        message,
        app=app,
        on_ack=message.ack_log_error,
        on_reject=message.reject_log_error,
        connection_errors=(BrokerGone,),
    )


def test_a_failed_acknowledgement_is_not_swallowed() -> None:
    with pytest.raises(BrokerGone):
        _request().acknowledge()
    with pytest.raises(BrokerGone):
        _request().reject(requeue=True)


def test_every_task_notices() -> None:
    ours = {name: task for name, task in app.tasks.items() if not name.startswith("celery.")}
    assert ours
    assert {task.Request for task in ours.values()} == {LossNoticingRequest}
