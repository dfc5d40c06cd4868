import base64
import datetime as dt
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook, WebhookVerificationError

from registrar.webhooks.signing import new_secret, signature_headers

BODY = json.dumps({"type": "verification.passed", "name": "值"}, ensure_ascii=False)


def signed(*keys, at=None):
    return signature_headers(message_id="evt_1", at=at or timezone.now(), body=BODY, keys=keys)


def test_secret_is_as_receivers_libraries_take_it():
    secret = new_secret()
    assert secret.startswith("whsec_")
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32
    assert secret != new_secret()


def test_signature_is_verified_by_the_library():
    secret = new_secret()
    assert Webhook(secret).verify(BODY, signed(secret)) == json.loads(BODY)


@pytest.mark.parametrize("zone", [dt.UTC, dt.timezone(dt.timedelta(hours=8))])
def test_signature_holds_whatever_zone_the_moment_is_given_in(zone):
    secret = new_secret()
    headers = signed(secret, at=timezone.now().astimezone(zone))
    assert Webhook(secret).verify(BODY, headers)


def test_both_secrets_verify_while_one_replaces_the_other():
    new, old = new_secret(), new_secret()
    headers = signed(new, old)
    for secret in (new, old):
        assert Webhook(secret).verify(BODY, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(BODY, headers)


def test_signature_covers_id_time_and_body():
    secret = new_secret()
    headers = signed(secret)
    for changed in (
        (BODY + " ", headers),
        (BODY, headers | {"webhook-id": "evt_2"}),
        (BODY, headers | {"webhook-timestamp": str(int(headers["webhook-timestamp"]) + 1)}),
    ):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(*changed)
