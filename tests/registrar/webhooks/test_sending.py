"""Real sockets: what a receiver can do, and where a call never goes."""

import ipaddress
import socket
import threading
import time

import pytest

from registrar.webhooks import outbox, sending
from registrar.webhooks.connecting import Refused
from registrar.webhooks.rules import Rules
from registrar.webhooks.sending import KEPT_BODY, Letter, post
from tests.registrar.webhooks.receiver import raw, receiving, silent, status

LOCAL = Rules((ipaddress.ip_network("127.0.0.0/8"),))
STRICT = Rules()


@pytest.fixture
def over():
    event = threading.Event()
    yield event
    event.set()


def letter(url, body="{}"):
    return Letter(url, {"content-type": "application/json", "webhook-id": "evt_1"}, body)


def answer_to(handle):
    with receiving(handle) as receiver:
        return post(letter(receiver.url), rules=LOCAL)


def test_letter_arrives_as_it_was_written_and_its_answer_is_kept():
    with receiving(status(200, "好的".encode(), X_Trace="7", Set_Cookie="a=b")) as receiver:
        answer = post(letter(receiver.url, '{"name":"值"}'), rules=LOCAL)
    (got,) = receiver.got
    assert (got.path, got.body) == ("/hooks", '{"name":"值"}')
    assert got.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert (answer.taken, answer.status, answer.body) == (True, 200, "好的")
    assert answer.headers["x-trace"] == "7"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("handle", "trouble", "code"),
    [
        (status(204), "", 204),
        (status(404), "status", 404),
        (status(500, b"oops"), "status", 500),
        (status(302, Location="https://example.com/"), "redirect", 302),
        (raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "garbage", None),
        (raw(b"HTTP/1.1 2000 OK\r\n\r\n"), "garbage", None),
        (raw(b""), "garbage", None),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000), "garbage", None),
        # The status has been given: what breaks off behind it changes nothing.
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), "", 200),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz"), "", 200),
    ],
)
def test_answer_is_judged_by_its_status(handle, trouble, code):
    answer = answer_to(handle)
    assert (answer.trouble, answer.status) == (trouble, code)


def test_redirect_is_not_followed():
    with receiving(status(200)) as other:
        answer = answer_to(status(307, Location=other.url))
    assert answer.trouble == "redirect"
    assert other.got == []


def test_huge_answer_is_read_to_what_is_kept():
    answer = answer_to(status(200, b"a\0" * 10_000_000))
    assert len(answer.body) == KEPT_BODY
    assert "\0" not in answer.body


def test_receiver_that_says_nothing_is_left(monkeypatch, over):
    monkeypatch.setattr(sending, "LONGEST", 0.3)
    assert answer_to(silent(over)).trouble == "timeout"


def test_receiver_that_drips_is_left_when_time_is_over(monkeypatch, over):
    monkeypatch.setattr(sending, "LONGEST", 0.4)

    def drip(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not over.wait(0.05):
            handler.wfile.write(b"a")

    began = time.monotonic()
    assert answer_to(drip).trouble == "timeout"
    assert time.monotonic() - began < 10


def test_port_that_nobody_listens_at_is_refused():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        answer = post(letter(f"http://127.0.0.1:{free.getsockname()[1]}/"), rules=LOCAL)
    assert answer.trouble == "refused"


def test_receiver_without_tls_is_named_as_such():
    with receiving() as receiver:
        url = receiver.url.replace("http:", "https:")
        assert post(letter(url), rules=LOCAL).trouble == "tls"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "[::1]"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_this_machine_is_not_called_unless_the_operator_allows_it(host, scheme):
    with receiving() as receiver:
        answer = post(letter(f"{scheme}://{host}:{receiver.port}/"), rules=STRICT)
    assert answer.trouble == "address"
    assert receiver.got == []


def test_name_that_means_this_machine_is_not_called():
    with receiving() as receiver:
        rules = Rules(ports=frozenset({receiver.port}))
        answer = post(
            letter(f"https://inside.example:{receiver.port}/"),
            rules=rules,
            resolve=lambda _host, _port: ["127.0.0.1"],
        )
    assert answer.trouble == "address"


@pytest.mark.parametrize("others", [["93.184.216.34"], ["2606:4700::1111"]])
def test_name_with_a_public_and_a_private_address_is_not_called(others):
    with receiving() as receiver:
        rules = Rules(ports=frozenset({receiver.port}))
        url = letter(f"https://both.example:{receiver.port}/")
        answer = post(url, rules=rules, resolve=lambda *_asked: [*others, "127.0.0.1"])
    assert answer.trouble == "address"


def test_name_that_means_another_machine_when_asked_again_is_asked_once(monkeypatch):
    """DNS rebinding: public when it is checked, this machine when it is connected to."""
    asked, connected = [], []

    def rebinding(host, port, *_rest, **_named):
        if host.replace(".", "").isdigit():  # what the socket library does with an address
            connected.append((host, port))
            raise ConnectionRefusedError
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with receiving() as receiver:
        rules = Rules(ports=frozenset({receiver.port}))
        answer = post(letter(f"https://rebinding.example:{receiver.port}/"), rules=rules)
    assert asked == ["rebinding.example"]
    assert connected == [("93.184.216.34", receiver.port)]
    assert answer.trouble == "refused"
    assert receiver.got == []


def test_port_that_is_not_allowed_is_not_called():
    answer = post(letter("https://mail.example:25/"), rules=STRICT, resolve=lambda *_: ["8.8.8.8"])
    assert answer.trouble == "address"


def test_public_address_without_tls_is_not_called():
    rules = Rules(ports=frozenset({80, 443}))
    answer = post(letter("http://plain.example/"), rules=rules, resolve=lambda *_: ["8.8.8.8"])
    assert answer.trouble == "address"


def test_proxies_of_the_environment_are_not_used(monkeypatch):
    with receiving() as proxy, receiving() as receiver:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert post(letter(receiver.url), rules=LOCAL).taken
    assert proxy.got == []


def test_name_that_nobody_knows_is_said_to_be_unknown():
    def nobody(_host, _port):
        raise Refused("name")

    assert post(letter("https://nobody.example/"), rules=STRICT, resolve=nobody).trouble == "name"


def test_letters_are_sent_side_by_side_and_answered_in_order(settings):
    settings.WEBHOOK_ALLOWED_NETWORKS = ["127.0.0.0/8"]
    together = threading.Barrier(3, timeout=10)

    def meet(handler):
        together.wait()
        status(200, handler.path.encode())(handler)

    with receiving(meet) as receiver:
        letters = [letter(f"http://127.0.0.1:{receiver.port}/{n}") for n in range(3)]
        answers = outbox.send_all(letters)
    assert [answer.body for answer in answers] == ["/0", "/1", "/2"]


def test_letter_whose_thread_hangs_is_not_waited_for(monkeypatch, over):
    monkeypatch.setattr(outbox, "LONGEST", 0)
    monkeypatch.setattr(outbox, "_GRACE", 0.1)
    monkeypatch.setattr(outbox, "post", lambda _letter: over.wait(30))
    (answer,) = outbox.send_all([letter("https://slow.example/")])
    assert answer.trouble == "timeout"
