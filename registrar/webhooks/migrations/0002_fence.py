"""Puts endpoints, deliveries and attempts inside the fence."""

from django.db import migrations

from registrar.tenancy.migration_helpers import fence, parent_key, same_account

_ENDPOINT = "webhooks_webhookendpoint"
_DELIVERY = "webhooks_webhookdelivery"
_ATTEMPT = "webhooks_webhookattempt"


class Migration(migrations.Migration):
    dependencies = [("webhooks", "0001_initial"), ("accounts", "0002_fence")]

    operations = [
        fence(_ENDPOINT),
        fence(_DELIVERY),
        fence(_ATTEMPT),
        parent_key(_ENDPOINT),
        parent_key(_DELIVERY),
        same_account(_DELIVERY, "endpoint_id", _ENDPOINT),
        same_account(_ATTEMPT, "delivery_id", _DELIVERY),
    ]
