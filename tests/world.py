"""A whole small world: one row of everything at an account, made inside the fence.

For contract tests that need data which could leak, or objects to act upon. Texts that only
the account may see contain its SECRET.
"""

import datetime as dt
import json
import uuid
from dataclasses import dataclass

from django.utils import timezone

from domains.models import Domain, Operation
from registrar.accounts.api_keys import make_key
from registrar.accounts.models import Account, ApiKey, Invitation, Membership, User
from registrar.accounts.permissions import SCOPES
from registrar.batches.models import Batch
from registrar.events.models import Event
from registrar.notices.models import Notice
from registrar.oplog.models import LogEntry
from registrar.oplog.services import record
from registrar.sheets.models import SheetImport
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from registrar.webhooks.models import WebhookDelivery, WebhookEndpoint
from templates_app.models import InfoTemplate
from tests.world_automation import batch_of, sheet_import_of, webhook_delivery_of
from verification.messages.understanding import understand
from verification.models import (
    Material,
    MaterialReading,
    PrecheckRequest,
    Reminder,
    Rendition,
    Submission,
    SubmissionMaterial,
)
from verification.plans.models import Plan, PlanLine
from verification.reading.as_json import to_json
from verification.reading.model import PictureReading
from verification.support.models import SupportMessage, SupportRequest

NUMBER = "11010519491231002X"


@dataclass(frozen=True)
class World:
    """What `build` made; `key` is the API key's whole text."""

    account: Account
    secret: str
    key: str
    api_key: ApiKey
    template: InfoTemplate
    domain: Domain
    operation: Operation
    material: Material
    rendition: Rendition
    submission: Submission
    invitation: Invitation
    entry: LogEntry
    membership: Membership
    notice: Notice
    plan: Plan
    support_request: SupportRequest
    precheck: PrecheckRequest
    event: Event
    webhook_endpoint: WebhookEndpoint
    webhook_delivery: WebhookDelivery
    batch: Batch
    sheet_import: SheetImport

    def ids(self) -> dict[str, str]:
        """Every public id and name that an address could hold."""
        rows = ("template", "operation", "material", "submission", "invitation", "api_key")
        rows += ("entry", "membership", "notice", "plan", "support_request", "rendition")
        rows += ("precheck", "event")
        rows += ("webhook_endpoint", "webhook_delivery", "batch")
        rows += ("sheet_import",)
        found = {name: getattr(self, name).public_id for name in rows}
        return found | {"domain": self.domain.name}


def template_of(account: Account, *, secret: str = "", **fields: object) -> InfoTemplate:
    """A template; inside the fence already."""
    values: dict[str, object] = {
        "holder_type": "individual",
        "name_zh": f"张示例{secret}",
        "name_en": "Zhang Shili",
        "contact_name_zh": "张示例",
        "contact_name_en": "Zhang Shili",
        "country": "CN",
        "province": "11",
        "city": "北京",
        "address_zh": f"示例路 1 号{secret}",
        "address_en": "1 Shili Road",
        "postcode": "100000",
        "phone_country_code": "86",
        "phone_number": "13800138000",
        "email": f"holder{secret}@example.com",
        "document_type": "SFZ",
        "document_number": NUMBER,
        "number_masked": "110***********002X",
        "number_index": "0" * 64,
    }
    return InfoTemplate.objects.create(account=account, **(values | fields))


def domain_of(account: Account, name: str, *, secret: str = "", **fields: object) -> Domain:
    """A domain registered two years ago with a year to go; inside the fence already."""
    now = timezone.now()
    values: dict[str, object] = {
        "name": name,
        "unicode_name": name,
        "suffix": name.partition(".")[2],
        "holder_type": "individual",
        "registrant_name": f"张示例{secret}",
        "registered_at": now - dt.timedelta(days=730),
        "expires_at": now + dt.timedelta(days=365),
    }
    return Domain.objects.create(account=account, **(values | fields))


def material_of(account: Account, **fields: object) -> Material:
    """A picture's row without the picture; inside the fence already."""
    values: dict[str, object] = {
        "kind": "identity_document",
        "format": "jpeg",
        "bytes": 60_000,
        "width": 1000,
        "height": 700,
        "sha256": "0" * 64,
        "storage_name": f"{uuid.uuid4().hex}",
        "uploaded_by": "test",
    }
    return Material.objects.create(account=account, **(values | fields))


def reading_of(material: Material, reading: PictureReading, **fields: object) -> MaterialReading:
    """What was read in a picture; inside the fence already."""
    values: dict[str, object] = {
        "state": "read",
        "version": reading.version,
        "result": to_json(reading),
        "wanted_at": timezone.now(),
        "read_at": timezone.now(),
    }
    return MaterialReading.objects.create(
        account_id=material.account_id, material=material, **(values | fields)
    )


def rendition_of(material: Material, **fields: object) -> Rendition:
    """A picture as it is sent, without the picture; inside the fence already."""
    values: dict[str, object] = {
        "profile": "tencent",
        "state": "ready",
        "changes": ["format"],
        "format": "jpeg",
        "bytes": 300_000,
        "width": 1000,
        "height": 700,
        "sha256": "1" * 64,
        "storage_name": f"{uuid.uuid4().hex}",
    }
    return Rendition.objects.create(
        account_id=material.account_id, material=material, **(values | fields)
    )


def submission_of(account: Account, *, secret: str = "", **fields: object) -> Submission:
    """A submission; inside the fence already. Of raw messages it keeps what they mean."""
    values: dict[str, object] = {
        "profile": "tencent",
        "holder_type": "individual",
        "holder_name": f"张示例{secret}",
        "document_type": "SFZ",
        "document_number": NUMBER,
        "number_masked": "110***********002X",
        "number_index": "0" * 64,
        "submitted_by": "test",
        "submitted_at": timezone.now(),
    }
    understood = understand(fields.get("raw_messages", ()), {})  # type: ignore[arg-type]
    values |= {"reason_codes": understood.codes, "unknown_messages": understood.unknown}
    return Submission.objects.create(account=account, **(values | fields))


def precheck_of(account: Account, **asked: object) -> PrecheckRequest:
    """A pre-check that waits for its pictures; inside the fence already."""
    values: dict[str, object] = {
        "document_type": "SFZ",
        "document_number": NUMBER,
        "materials": [],
    }
    return PrecheckRequest.objects.create(
        account=account,
        asked=json.dumps(values | asked),
        expires_at=timezone.now() + dt.timedelta(days=1),
    )


def _attached(secret: str) -> dict[str, object]:
    """What is known of a failure that is nothing but a message."""
    lists: dict[str, object] = {"unknown": [], "reasons": {}, "attempts": []}
    about = {"submission": None, "operation": None, "domain": None}
    said = {"version": 1, "language": "en", "messages": [f"message {secret}"], "note": ""}
    return lists | about | said


def support_request_of(account: Account, *, secret: str = "", **fields: object) -> SupportRequest:
    """A request with its first message; inside the fence already."""
    values: dict[str, object] = {
        "subject": f"help {secret}",
        "opened_by": secret or "test",
        "attached": _attached(secret),
        "last_activity_at": timezone.now(),
    }
    request = SupportRequest.objects.create(account=account, **(values | fields))
    SupportMessage.objects.create(
        account=account,
        request=request,
        author_kind="user",
        author_label=request.opened_by,
        user=request.created_by,
        text=f"please help {secret}",
    )
    return request


def build(account: Account, user: User, *, secret: str) -> World:
    """One of everything at `account`, with a failed domain that has been through review."""

    key, prefix, hashed = make_key()
    with acting_as(system_actor(account.pk)) as actor:
        api_key = ApiKey.objects.create(
            account=account,
            name=f"key {secret}",
            prefix=prefix,
            secret_hash=hashed,
            scopes=list(SCOPES),
        )
        template = template_of(account, secret=secret)
        domain = domain_of(
            account,
            f"{secret}.com",
            secret=secret,
            template=template,
            real_name="failed",
            tags=[secret],
        )
        operation = Operation.objects.create(
            account=account, kind="set_locks", domain=domain, requested_by=secret
        )
        material = material_of(account)
        rendition = rendition_of(material)
        submission = submission_of(
            account,
            secret=secret,
            domain=domain,
            state="failed",
            stage="authority",
            reason_codes=["registrant_name_mismatch"],
            raw_messages=["注册者证明资料上的名称与系统中的注册者名称不一致"],
            note_to_user=f"note {secret}",
            ended_at=timezone.now(),
        )
        SubmissionMaterial.objects.create(
            account=account, submission=submission, material=material, position=1
        )
        Reminder.objects.create(
            account=account,
            submission=submission,
            due_on=timezone.localdate() + dt.timedelta(days=9),
            due_at=timezone.now() + dt.timedelta(days=9),
            created_by=secret,
        )
        invitation = Invitation.objects.create(
            account=account,
            email=f"{secret}@example.com",
            role="viewer",
            secret_hash=uuid.uuid4().hex * 2,
            expires_at=timezone.now() + dt.timedelta(days=1),
            invited_by=user,
        )
        membership = Membership.objects.get(user=user)
        support_request = support_request_of(account, secret=secret, submission=submission)
        notice = Notice.objects.create(
            account=account,
            user=user,
            kind="somebody's",
            topic="reviews",
            url=f"/domains/{secret}.com/",
            key=secret,
        )
        plan = Plan.objects.create(account=account, made_by=secret, selection={"domains": 1})
        PlanLine.objects.create(
            account=account, plan=plan, domain=domain, position=1, route="leave_out", group="0"
        )
        precheck = precheck_of(account, domain=domain.name)
        webhook_delivery = webhook_delivery_of(account, secret=secret)
        batch = batch_of(account, secret=secret)
        sheet_import = sheet_import_of(account, secret=secret)
        entry = record(actor=actor, action="domain.updated", about=domain, after={"note": secret})
        event = Event.objects.get(number=entry.number)
    return World(
        account,
        secret,
        key,
        api_key,
        template,
        domain,
        operation,
        material,
        rendition,
        submission,
        invitation,
        entry,
        membership,
        notice,
        plan,
        support_request,
        precheck,
        event,
        webhook_delivery.endpoint,
        webhook_delivery,
        batch,
        sheet_import,
    )
