"""The receiver that docs/webhooks.md shows takes what is sent."""

import re
import threading

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


def test_receiver_of_the_guide_verifies_what_comes_and_takes_it_once(
    acme, inside, endpoint, happen, work, log_of, monkeypatch, capsys
):
    guide = (settings.BASE_DIR / "docs" / "webhooks.md").read_text(encoding="utf-8")
    shown = re.search(r"```python\n(.*?)```", guide, re.DOTALL)[1]
    source, serving = shown.rsplit("\n\n\n", 1)
    assert serving.startswith("ThreadingHTTPServer(")
    monkeypatch.setenv("WEBHOOK_SECRET", endpoint.secret)
    names: dict[str, object] = {}
    exec(compile(source, "docs/webhooks.md", "exec"), names)
    names["Receiver"].log_message = lambda *_args: None
    server = names["ThreadingHTTPServer"](("127.0.0.1", 0), names["Receiver"])
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        with inside(acme):
            endpoint.url = f"http://127.0.0.1:{server.server_port}/"
            endpoint.save(update_fields=["url"])
        happen("key_a")
        work(endpoint)
        with inside(acme):
            endpoint.secret = "whsec_" + "AAAA" * 8
            endpoint.save(update_fields=["secret"])
        happen("key_b")
        work(endpoint)
    finally:
        server.shutdown()
        server.server_close()
    assert [row.last_status for row in log_of(endpoint)] == [204, 401]
    assert capsys.readouterr().out == "api_key.created key_a\n"
