"""The world's automation: what an account's programs have asked for, brought and are told."""

import json

from django.utils import timezone

from registrar.accounts.models import Account
from registrar.batches.models import Batch, BatchItem
from registrar.sheets.models import SheetImport, SheetRow, SheetUpload
from registrar.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from registrar.webhooks.signing import new_secret


def webhook_delivery_of(account: Account, *, secret: str = "") -> WebhookDelivery:
    """What an endpoint was sent and has answered; inside the fence already."""
    now = timezone.now()
    endpoint = WebhookEndpoint.objects.create(
        account=account,
        url=f"https://{secret or 'receiver'}.example/hooks",
        description=secret,
        event_types=["domain.*"],
        secret=new_secret(),
    )
    delivery = WebhookDelivery.objects.create(
        account=account,
        endpoint=endpoint,
        event_id=f"evt_{secret}",
        event_type="domain.updated",
        sequence=0,
        object_type="domain",
        object_id=f"{secret}.com",
        occurred_at=now,
        body=json.dumps({"id": secret}),
        state="delivered",
        attempts=1,
        ended_at=now,
    )
    WebhookAttempt.objects.create(
        account=account,
        delivery=delivery,
        number=1,
        at=now,
        request_headers={"webhook-id": f"evt_{secret}"},
        status=200,
        response_body=f"thanks {secret}",
    )
    return delivery


def batch_of(account: Account, *, secret: str = "", **fields: object) -> Batch:
    """A batch with one item that waits; inside the fence already."""
    values: dict[str, object] = {
        "kind": "operations",
        "requested_by": secret or "test",
        "asked_as": "system",
        "started_at": timezone.now(),
        "due_at": timezone.now(),
    }
    batch = Batch.objects.create(account=account, **(values | fields))
    told = {"operation": "set_locks", "domain": f"{secret}.com"}
    BatchItem.objects.create(
        account=account, batch=batch, index=0, key=told["domain"], told=told, asked="{}"
    )
    return batch


def sheet_import_of(account: Account, *, secret: str = "", **fields: object) -> SheetImport:
    """A file that waits to be confirmed, with one row; inside the fence already."""
    values: dict[str, object] = {
        "kind": "domains",
        "state": "preview",
        "file_name": f"list{secret}.csv",
        "format": "csv",
        "size": 100,
        "columns": ["name", "tags"],
        "made_by": secret or "test",
    }
    found = SheetImport.objects.create(account=account, **(values | fields))
    SheetUpload.objects.create(account=account, sheet_import=found, sealed=b"")
    SheetRow.objects.create(
        account=account,
        sheet_import=found,
        number=2,
        values=json.dumps({"name": f"{secret}.com"}),
        title=f"{secret}.com",
        effect="update",
        state="ready",
    )
    return found
