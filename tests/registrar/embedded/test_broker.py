"""The folder of messages: nobody ever takes half a message out of it."""

import threading
from pathlib import Path

import pytest
from kombu import Connection

from registrar.settings.broker import filesystem_broker

MESSAGES = 300


@pytest.fixture
def connection(tmp_path):
    url, options = filesystem_broker(tmp_path)
    with Connection(url, transport_options=options) as made:
        yield made


def take_all(queue, number):
    found = []
    while len(found) < number:
        message = queue.get(block=True, timeout=20)
        found.append(message.payload["number"])
        message.ack()
    return found


def test_messages_that_are_taken_while_they_are_written_are_whole(connection, tmp_path):
    url, options = filesystem_broker(tmp_path)

    def send():
        with Connection(url, transport_options=options) as sender:
            queue = sender.SimpleQueue("work")
            for number in range(MESSAGES):
                queue.put({"number": number, "padding": "长" * 5000})

    sending = threading.Thread(target=send)
    queue = connection.SimpleQueue("work")
    sending.start()
    found = take_all(queue, MESSAGES)
    sending.join()
    assert sorted(found) == list(range(MESSAGES))
    assert list((tmp_path / "queue").iterdir()) == []


def test_message_is_not_taken_while_it_is_written(connection, monkeypatch):
    queue, write = connection.SimpleQueue("other"), Path.write_text

    def write_slowly(path, text, **options):
        write(path, text[:10], **options)
        with pytest.raises(queue.Empty):
            queue.get(block=False)
        return write(path, text, **options)

    monkeypatch.setattr(Path, "write_text", write_slowly)
    queue.put({"number": 1})
    assert take_all(queue, 1) == [1]
