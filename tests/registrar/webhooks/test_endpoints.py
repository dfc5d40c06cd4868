"""Making, changing and ending endpoints, and who may."""

import pytest
from django.utils import timezone
from standardwebhooks import Webhook

from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from registrar.webhooks.services import endpoints, secrets
from registrar.webhooks.services.replaying import replay_delivery, replay_span
from registrar.webhooks.services.testing import send_test
from tests.registrar.webhooks.receiver import status

pytestmark = pytest.mark.django_db

URL = "https://example.com/hooks?token=geheim"


def make(actor, url=URL, event_types=("account.*",), **given):
    return endpoints.create_endpoint(actor=actor, url=url, event_types=event_types, **given)


@pytest.fixture
def strict(settings):
    settings.WEBHOOK_ALLOWED_NETWORKS = []


@pytest.mark.usefixtures("strict")
def test_everything_that_is_wrong_is_said_at_once(owner):
    with acting_as(owner), pytest.raises(InvalidInput) as refused:
        make(owner, "http://example.com/", ["nothing.*", "account.renamed"], description="x" * 101)
    codes = {error.field: error.code for error in refused.value.errors}
    assert codes == {
        "url": "not_secure",
        "event_types": "unknown_event_type",
        "description": "too_long",
    }
    named = next(e for e in refused.value.errors if e.field == "event_types")
    assert "nothing.*" in str(named.message)


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/", "https://[::1]/", "https://10.1.2.3/", "https://example.com:22/"]
)
def test_address_that_could_never_be_called_is_refused_while_it_is_typed(owner, url):
    with acting_as(owner), pytest.raises(InvalidInput) as refused:
        make(owner, url)
    assert [error.code for error in refused.value.errors] == ["not_allowed"]


def test_log_holds_the_address_without_its_query_and_no_secret(owner):
    with acting_as(owner):
        endpoint = make(owner)
        changed = {"url": URL + "2", "description": "orders"}
        endpoints.change_endpoint(actor=owner, endpoint_id=endpoint.public_id, **changed)
        secrets.rotate_secret(actor=owner, endpoint_id=endpoint.public_id)
        entries = list(LogEntry.objects.order_by("number"))
    assert [e.action.partition(".")[2] for e in entries] == ["created", "changed", "secret_rotated"]
    told = str([(e.before, e.after, e.object_label) for e in entries])
    assert "example.com/hooks" in told
    assert "geheim" not in told
    assert "whsec" not in told


def test_account_has_twenty_endpoints_at_most(owner):
    with acting_as(owner):
        for _n in range(endpoints.MOST_ENDPOINTS):
            last = make(owner)
        with pytest.raises(StateConflict) as refused:
            make(owner)
        assert refused.value.code == "too_many_endpoints"
        endpoints.delete_endpoint(actor=owner, endpoint_id=last.public_id)
        make(owner)


def test_operator_looks_and_does_not_set_up(owner, operator):
    with acting_as(owner):
        endpoint = make(owner)
    asked = {"actor": operator, "endpoint_id": endpoint.public_id}
    with acting_as(operator):
        for refused in (
            lambda: make(operator),
            lambda: endpoints.change_endpoint(**asked, description="x"),
            lambda: endpoints.disable_endpoint(**asked),
            lambda: endpoints.enable_endpoint(**asked),
            lambda: endpoints.delete_endpoint(**asked),
            lambda: secrets.rotate_secret(**asked),
            lambda: secrets.show_secret(**asked),
            lambda: send_test(**asked),
            lambda: replay_span(**asked, since=timezone.now(), until=timezone.now()),
            lambda: replay_delivery(actor=operator, delivery_id="whd_x"),
        ):
            with pytest.raises(NotPermitted):
                refused()


def test_key_sends_out_only_what_it_may_read(acme, key_of):
    key = key_of(acme, "webhooks:write")
    with acting_as(key), pytest.raises(NotPermitted) as refused:
        make(key, event_types=["*"])
    assert refused.value.code == "scope_missing"
    with_logs = key_of(acme, "webhooks:write", "logs:read")
    with acting_as(with_logs):
        endpoint = make(with_logs, event_types=["account.*", "account.renamed"])
        assert endpoint.event_types == ["account.*"]


def test_key_sends_elsewhere_only_what_it_may_read(acme, receiver, endpoint_at, key_of):
    endpoint = endpoint_at(acme, receiver, "*")
    key = key_of(acme, "webhooks:write")
    with acting_as(key):
        for wanted in ({"description": "orders"}, {"url": endpoint.url}):
            endpoints.change_endpoint(actor=key, endpoint_id=endpoint.public_id, **wanted)
        with pytest.raises(NotPermitted) as refused:
            endpoints.change_endpoint(
                actor=key, endpoint_id=endpoint.public_id, url="https://example.org/mine"
            )
    assert refused.value.code == "scope_missing"


def test_endpoint_of_another_account_is_not_there(endpoint, globex, gina, actor_of):
    stranger = actor_of(globex, gina)
    with acting_as(stranger), pytest.raises(NotFound):
        endpoints.delete_endpoint(actor=stranger, endpoint_id=endpoint.public_id)


def test_disabled_endpoint_is_sent_nothing_until_it_is_enabled(
    owner, receiver, endpoint, happen, work, later, log_of
):
    receiver.answers = [status(500)]
    happen("key_a")
    work(endpoint)
    asked = {"actor": owner, "endpoint_id": endpoint.public_id}
    with acting_as(owner):
        endpoints.disable_endpoint(**asked)
        with pytest.raises(StateConflict):
            endpoints.disable_endpoint(**asked)
    happen("key_b")
    later(hours=1)
    work(endpoint)
    with acting_as(owner):
        endpoints.enable_endpoint(**asked)
        with pytest.raises(StateConflict):
            endpoints.enable_endpoint(**asked)
    happen("key_c")
    work(endpoint)
    assert [(row.object_id, row.state) for row in log_of(endpoint)] == [
        ("key_a", "dropped"),
        ("key_c", "delivered"),
    ]


def test_deleted_endpoint_is_sent_nothing_and_keeps_no_secret(
    owner, receiver, endpoint, happen, work, fresh
):
    happen("key_a")
    with acting_as(owner):
        endpoints.delete_endpoint(actor=owner, endpoint_id=endpoint.public_id)
        with pytest.raises(NotFound):
            endpoints.enable_endpoint(actor=owner, endpoint_id=endpoint.public_id)
    work(endpoint)
    assert receiver.got == []
    assert (fresh(endpoint).secret, fresh(endpoint).state) == (None, "deleted")


def test_both_secrets_sign_for_a_day_after_a_rotation(owner, receiver, endpoint, happen, work):
    old = endpoint.secret
    with acting_as(owner):
        asked = {"actor": owner, "endpoint_id": endpoint.public_id}
        new = secrets.rotate_secret(**asked).secret
    happen("key_a")
    work(endpoint)
    (got,) = receiver.got
    for secret in (old, new):
        assert Webhook(secret).verify(got.body, got.headers)
    with acting_as(owner):
        WebhookEndpoint.objects.update(previous_until=timezone.now())
    happen("key_b")
    work(endpoint)
    assert Webhook(new).verify(receiver.got[1].body, receiver.got[1].headers)
    assert " " not in receiver.got[1].headers["webhook-signature"]


def test_secret_that_leaked_ends_at_once(owner, endpoint):
    with acting_as(owner):
        rotated = secrets.rotate_secret(
            actor=owner, endpoint_id=endpoint.public_id, overlap=timezone.timedelta()
        )
        assert rotated.keys(timezone.now()) == [rotated.secret]
        assert rotated.previous_secret is None


def test_test_is_sent_once_to_a_disabled_endpoint_too(
    owner, receiver, endpoint, work, log_of, fresh
):
    receiver.answers = [status(500), status(204)]
    asked = {"actor": owner, "endpoint_id": endpoint.public_id}
    for _n in range(2):
        with acting_as(owner):
            send_test(**asked)
            if fresh_state(endpoint) == "enabled":
                endpoints.disable_endpoint(**asked)
                WebhookDelivery.objects.all().delete()
                send_test(**asked)
        work(endpoint)
    told = Webhook(endpoint.secret).verify(receiver.got[0].body, receiver.got[0].headers)
    assert told["type"] == "ping"
    assert [row.state for row in log_of(endpoint)] == ["failed", "delivered"]
    assert fresh(endpoint).failing_since is None


def fresh_state(endpoint):
    return WebhookEndpoint.objects.get(pk=endpoint.pk).state
