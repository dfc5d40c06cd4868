"""How each unsafe operation of the API succeeds in a world of `tests.world.build`.

A new operation needs an entry: contract tests call it, dry and for real.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from domains.models import Domain, Operation
from templates_app.models import InfoTemplate
from tests.templates_app.samples import PERSON
from tests.verification.conftest import picture_bytes
from tests.world import NUMBER, World
from verification.messages.understanding import understand
from verification.models import MoreItem, MoreRequest, Submission
from verification.plans.models import PlanLine

_CHECK_FAILED = "证件电子信息核验不合格"
Body = dict[str, Any]


def _nothing(_world: World) -> None:
    """The world will do as it is."""


@dataclass(frozen=True)
class Succeeds:
    """The body that does, and what has to be changed in the world before, inside the fence."""

    body: Callable[[World], Body] = lambda _world: {}
    first: Callable[[World], object] = _nothing
    multipart: bool = False


def _free_template(world: World) -> None:
    Domain.objects.filter(pk=world.domain.pk).update(template=None)


def _verified_template(world: World) -> None:
    InfoTemplate.objects.filter(pk=world.template.pk).update(state="verified")


def _idle_domain(world: World) -> None:
    Operation.objects.all().delete()
    Domain.objects.filter(pk=world.domain.pk).update(real_name="verified")


def _with_reviewers(world: World, state: str = "submitted") -> None:
    Submission.objects.filter(pk=world.submission.pk).update(
        state=state, stage="", reason_codes=[], raw_messages=[], ended_at=None
    )


def _timed_out(world: World) -> None:
    Submission.objects.filter(pk=world.submission.pk).update(
        stage="timeout", reason_codes=[], raw_messages=[]
    )


def _not_in_the_records(world: World) -> None:
    """A failure whose causes only the holder knows."""
    Submission.objects.filter(pk=world.submission.pk).update(
        reason_codes=understand([_CHECK_FAILED], {}).codes, raw_messages=[_CHECK_FAILED]
    )


def _something_to_run(world: World) -> None:
    PlanLine.objects.filter(plan=world.plan).update(route="wait")


def _more_wanted(world: World) -> None:
    _with_reviewers(world, "more_wanted")
    request = MoreRequest.objects.create(
        account=world.account,
        submission=world.submission,
        asked_by=world.membership.user,
        asked_at=timezone.now(),
    )
    MoreItem.objects.create(account=world.account, request=request, position=1, what="explanation")


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


def _locks(world: World) -> Body:
    return {"operation": "set_locks", "domain": world.domain.name, "locks": {"transfer": True}}


_VERIFICATION = "verifications/<str:verification_id>"
_PLAN = "reverification-plans/<str:plan_id>"
_TEMPLATE = "templates/<str:template_id>"
_SUPPORT = "support-requests/<str:support_id>"

CALLS: dict[str, Succeeds] = {
    "POST templates": Succeeds(lambda _w: asdict(PERSON)),
    f"PATCH {_TEMPLATE}": Succeeds(lambda _w: asdict(PERSON)),
    f"DELETE {_TEMPLATE}": Succeeds(first=_free_template),
    f"POST {_TEMPLATE}/versions": Succeeds(lambda _w: asdict(PERSON), first=_verified_template),
    "PATCH domains/<str:name>": Succeeds(lambda _w: {"tags": ["new"], "auto_renew": True}),
    "POST operations": Succeeds(_locks, first=_idle_domain),
    "POST operations/<str:operation_id>/cancel": Succeeds(),
    "POST materials": Succeeds(_picture, multipart=True),
    "POST prechecks": Succeeds(_form),
    "POST verifications": Succeeds(lambda w: {"domain": w.domain.name} | _document(w)),
    f"POST {_VERIFICATION}/withdraw": Succeeds(first=_with_reviewers),
    f"POST {_VERIFICATION}/answers": Succeeds(
        lambda _w: {"code": "special_profession", "value": "yes"}, first=_not_in_the_records
    ),
    f"POST {_VERIFICATION}/more": Succeeds(_more, first=_more_wanted),
    f"POST {_VERIFICATION}/resubmit": Succeeds(lambda _w: {"anyway": True}, first=_timed_out),
    f"POST {_VERIFICATION}/reminder": Succeeds(),
    f"DELETE {_VERIFICATION}/reminder": Succeeds(),
    "POST failure-reasons/classify": Succeeds(lambda _w: {"message": "姓名不一致"}),
    "POST reverification-plans": Succeeds(lambda w: {"domains": [w.domain.name]}),
    f"PATCH {_PLAN}/lines/<str:name>": Succeeds(lambda _w: {"route": "by_hand"}),
    f"POST {_PLAN}/run": Succeeds(first=_something_to_run),
    f"POST {_PLAN}/cancel": Succeeds(),
    "POST support-requests": Succeeds(
        lambda w: {"text": "help", "verification": w.submission.public_id}
    ),
    f"POST {_SUPPORT}/messages": Succeeds(lambda _w: {"text": "once more"}),
    f"POST {_SUPPORT}/close": Succeeds(),
}
