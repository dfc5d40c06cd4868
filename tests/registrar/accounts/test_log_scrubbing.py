import logging
import secrets

import pytest

from registrar.accounts.log_scrubbing import WithoutSecrets, without_secrets


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("GET /invitations/abcdefghijklmnop/", "GET /invitations/***/"),
        ("GET /password-reset/MQ/c9x-0123456789abcdef/", "GET /password-reset/MQ/***/"),
        ("GET /password-reset/sent/", "GET /password-reset/sent/"),
        ("GET /settings/members/", "GET /settings/members/"),
    ],
)
def test_without_secrets_stars_only_what_opens_something(line, written):
    assert without_secrets(line) == written


def test_request_lines_hold_no_secret(client, db, capfd):
    secret = secrets.token_urlsafe(32)
    client.get(f"/invitations/{secret}/")
    written = capfd.readouterr()
    assert "/invitations/***/" in written.out + written.err
    assert f"invitations/{secret}" not in written.out


def test_request_lines_hold_nothing_of_what_was_asked_for(client, db, capfd):
    client.get("/failure-reasons/", {"q": "张示例 名称不一致"})
    written = capfd.readouterr()
    assert "GET /failure-reasons/" in written.out + written.err
    assert "%E5%BC%A0" not in written.out + written.err


def test_refused_request_lines_hold_no_secret_either(client, db, capfd):
    """Django's own logger names the address of what was not found or not allowed."""
    secret = secrets.token_urlsafe(32)
    handler = logging.StreamHandler()
    handler.addFilter(WithoutSecrets())
    logging.getLogger("django.request").addHandler(handler)
    try:
        client.get(f"/invitations/{secret}/")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    err = capfd.readouterr().err
    assert "Not Found: /invitations/***/" in err
    assert secret not in err


def test_every_handler_of_the_settings_scrubs(settings):
    for handler in settings.LOGGING["handlers"].values():
        assert "secrets" in handler["filters"]
