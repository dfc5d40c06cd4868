"""How each unsafe operation of the API succeeds in a world of `tests.world.build`.

A new operation needs an entry: contract tests call it, dry and for real.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.contract import circumstances as c
from tests.templates_app.samples import PERSON
from tests.verification.conftest import picture_bytes
from tests.world import NUMBER, World
from verification.models import MoreItem

Body = dict[str, Any]
# Behind the name of an operation that takes `items` as well.
MANY = " of many"


@dataclass(frozen=True)
class Succeeds:
    """The body that does, and what has to be changed in the world before, inside the fence."""

    body: Callable[[World], Body] = lambda _world: {}
    first: Callable[[World], object] = c.nothing
    multipart: bool = False


def _with(**body: object) -> Callable[[World], Body]:
    """The same body in every world."""
    return lambda _world: body


def _more(_world: World) -> Body:
    (item,) = MoreItem.objects.all()
    return {"answers": [{"item": item.public_id, "text": "更名了。"}]}


def _document(world: World) -> Body:
    found = {"document_type": "SFZ", "document_number": NUMBER}
    return found | {"materials": [world.material.public_id]}


def _form(world: World) -> Body:
    return {"form": {"registrant_type": "individual", "name": "张示例"}} | _document(world)


def _picture(_world: World) -> Body:
    return {"file": SimpleUploadedFile("card.jpg", picture_bytes(), "image/jpeg")}


def _list(world: World) -> Body:
    content = f"name,tags\n{world.domain.name},new\n".encode()
    return {"kind": "domains", "file": SimpleUploadedFile("list.csv", content, "text/csv")}


def _locks(world: World) -> Body:
    return {"operation": "set_locks", "domain": world.domain.name, "locks": {"transfer": True}}


def _registration(world: World) -> Body:
    return {"name": "wholly-new.cn", "template": world.template.public_id, "years": 1}


def _submission(world: World) -> Body:
    return {"domain": world.domain.name} | _document(world)


def _span(world: World) -> Body:
    return {"endpoint": world.webhook_endpoint.public_id, "from": "2020-01-01", "to": "2099-01-01"}


_KEY = "api-keys/<str:key_id>"
_MEMBER = "members/<str:member_id>"
_INVITATION = "invitations/<str:invitation_id>"
_BATCH = "batches/<str:batch_id>"
_IMPORT = "imports/<str:import_id>"
_ENDPOINT = "webhook-endpoints/<str:endpoint_id>"
_VERIFICATION = "verifications/<str:verification_id>"
_PLAN = "reverification-plans/<str:plan_id>"
_TEMPLATE = "templates/<str:template_id>"
_OPERATION = "operations/<str:operation_id>"
_SUPPORT = "support-requests/<str:support_id>"

CALLS: dict[str, Succeeds] = {
    "PATCH account": Succeeds(_with(name="Acme")),
    "POST me/rotate": Succeeds(_with(overlap_hours=1)),
    "POST api-keys": Succeeds(_with(name="ci", scopes=["domains:read"], expires_at=None)),
    f"PATCH {_KEY}": Succeeds(_with(name="renamed")),
    f"POST {_KEY}/rotate": Succeeds(_with(overlap_hours=1)),
    f"POST {_KEY}/end-former": Succeeds(first=c.two_secrets),
    f"POST {_KEY}/revoke": Succeeds(),
    f"PATCH {_MEMBER}": Succeeds(_with(role="viewer"), first=c.no_owner),
    f"DELETE {_MEMBER}": Succeeds(first=c.no_owner),
    "POST invitations": Succeeds(_with(email="nora@acme.example", role="viewer")),
    f"DELETE {_INVITATION}": Succeeds(),
    f"POST {_INVITATION}/resend": Succeeds(first=c.sent_yesterday),
    f"POST {_BATCH}/cancel": Succeeds(),
    f"POST {_BATCH}/resume": Succeeds(first=c.cancelled_batch),
    "POST imports": Succeeds(_list, multipart=True),
    f"POST {_IMPORT}/run": Succeeds(),
    f"POST {_IMPORT}/cancel": Succeeds(),
    "POST webhook-endpoints": Succeeds(
        _with(url="https://receiver.example/hooks", event_types=["domain.*"])
    ),
    f"PATCH {_ENDPOINT}": Succeeds(_with(description="ours")),
    f"DELETE {_ENDPOINT}": Succeeds(),
    f"POST {_ENDPOINT}/rotate-secret": Succeeds(),
    f"POST {_ENDPOINT}/test": Succeeds(),
    f"POST {_ENDPOINT}/enable": Succeeds(first=c.disabled_endpoint),
    f"POST {_ENDPOINT}/disable": Succeeds(),
    "POST webhook-deliveries/replay": Succeeds(_span),
    "POST webhook-deliveries/<str:delivery_id>/replay": Succeeds(),
    "POST templates": Succeeds(lambda _w: asdict(PERSON)),
    f"PATCH {_TEMPLATE}": Succeeds(lambda _w: asdict(PERSON)),
    f"DELETE {_TEMPLATE}": Succeeds(first=c.free_template),
    f"POST {_TEMPLATE}/versions": Succeeds(lambda _w: asdict(PERSON), first=c.verified_template),
    f"POST {_TEMPLATE}/disable": Succeeds(),
    f"POST {_TEMPLATE}/number": Succeeds(_with(reason="a question of the registry's")),
    "POST templates/romanise": Succeeds(_with(holder_type="individual", name_zh="张示例")),
    "POST templates/check-number": Succeeds(_with(document_type="SFZ", document_number=NUMBER)),
    "POST domains": Succeeds(_registration),
    "PATCH domains/<str:name>": Succeeds(_with(tags=["new"], auto_renew=True)),
    "POST operations": Succeeds(_locks, first=c.idle_domain),
    f"POST operations{MANY}": Succeeds(lambda w: {"items": [_locks(w)]}, first=c.idle_domain),
    f"POST {_OPERATION}/submit": Succeeds(first=c.unlocking),
    f"POST {_OPERATION}/cancel": Succeeds(),
    "POST materials": Succeeds(_picture, multipart=True),
    "POST prechecks": Succeeds(_form),
    "POST verifications": Succeeds(_submission),
    f"POST verifications{MANY}": Succeeds(lambda w: {"items": [_submission(w)]}),
    f"POST {_VERIFICATION}/withdraw": Succeeds(first=c.with_reviewers),
    f"POST {_VERIFICATION}/answers": Succeeds(
        _with(code="special_profession", value="yes"), first=c.not_in_the_records
    ),
    f"POST {_VERIFICATION}/more": Succeeds(_more, first=c.more_wanted),
    f"POST {_VERIFICATION}/resubmit": Succeeds(_with(anyway=True), first=c.timed_out),
    f"POST {_VERIFICATION}/reminder": Succeeds(),
    f"DELETE {_VERIFICATION}/reminder": Succeeds(),
    "POST failure-reasons/classify": Succeeds(_with(message="姓名不一致")),
    "POST reverification-plans": Succeeds(lambda w: {"domains": [w.domain.name]}),
    f"PATCH {_PLAN}/lines": Succeeds(lambda w: {"domains": [w.domain.name], "route": "by_hand"}),
    f"PATCH {_PLAN}/lines/<str:name>": Succeeds(_with(route="by_hand")),
    f"POST {_PLAN}/run": Succeeds(first=c.something_to_run),
    f"POST {_PLAN}/again": Succeeds(first=c.refused_line),
    f"POST {_PLAN}/cancel": Succeeds(),
    "POST support-requests": Succeeds(
        lambda w: {"text": "help", "verification": w.submission.public_id}
    ),
    f"POST {_SUPPORT}/messages": Succeeds(_with(text="once more")),
    f"POST {_SUPPORT}/close": Succeeds(),
    f"POST {_SUPPORT}/reopen": Succeeds(_with(text="still there"), first=c.closed_request),
}
