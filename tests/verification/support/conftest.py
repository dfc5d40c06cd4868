"""Shop.com of acme failed twice; Alice asks, Sue of support answers, Stan has no rights."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from registrar.accounts.models import User
from registrar.tenancy.actor import Actor
from registrar.tenancy.context import acting_as
from tests import world
from tests.browsers import signed_in_client
from tests.staff import add_staff, staff_actor_of
from verification.models import Submission, SubmissionMaterial
from verification.support.about import About, find_about
from verification.support.models import SupportMessage, SupportRequest
from verification.support.services.conversing import answer_request
from verification.support.services.opening import open_request

NAME_MESSAGE = "注册者证明资料上的名称与系统中的注册者名称不一致"
UNKNOWN = "核验系统繁忙（返回码 E-7731），本次不予通过"


@pytest.fixture
def failed(acme, inside) -> Submission:
    """shop.com's second failed submission, with a picture."""
    with inside(acme):
        domain = world.domain_of(acme, "shop.com", real_name="failed", epp_statuses=["serverHold"])
        common = {"domain": domain, "state": "failed", "ended_at": timezone.now()}
        world.submission_of(
            acme, stage="reviewer", reason_codes=["materials_unclear"], attempt=1, **common
        )
        submission = world.submission_of(
            acme,
            stage="authority",
            reason_codes=["registrant_name_mismatch"],
            raw_messages=[NAME_MESSAGE, UNKNOWN],
            confirmed_warnings=["name_surname_uncommon"],
            note_to_user="边缘被裁掉了",
            note_to_staff="secret of staff",
            attempt=2,
            **common,
        )
        material = world.material_of(acme)
        SubmissionMaterial.objects.create(
            account=acme, submission=submission, material=material, position=0
        )
    return submission


@pytest.fixture
def sue_user(db) -> User:
    return add_staff("Sue", "reviewers")


@pytest.fixture
def sue(sue_user) -> Actor:
    return staff_actor_of(sue_user)


@pytest.fixture
def ask() -> Callable[..., SupportRequest]:
    """`ask(owner, submission="ver_…", text="…")` - the request as the service opens it."""

    def opened(actor: Actor, *, text: str = "请帮忙看看", message: str = "", **named: str):
        with acting_as(actor):
            about = (
                find_about(actor=actor, named=named, message=message)
                if named
                else About(message=message)
            )
            return open_request(actor=actor, about=about, text=text).request

    return opened


@pytest.fixture
def asked(ask, owner, failed) -> SupportRequest:
    return ask(owner, submission=failed.public_id)


@pytest.fixture
def answered(asked, sue) -> SupportRequest:
    """With an answer, and a note that is for staff only."""
    with acting_as(sue):
        answer_request(actor=sue, request=asked, text="geheime Notiz", internal=True)
        return answer_request(actor=sue, request=asked, text="请上传完整的照片")


@pytest.fixture
def fresh(as_staff) -> Callable[[SupportRequest], SupportRequest]:
    def read(request: SupportRequest) -> SupportRequest:
        with as_staff():
            return SupportRequest.objects.get(pk=request.pk)

    return read


@pytest.fixture
def texts(as_staff) -> Callable[[SupportRequest], list[str]]:
    """Every text of the conversation, notes too."""

    def read(request: SupportRequest) -> list[str]:
        with as_staff():
            rows = SupportMessage.objects.filter(request=request).order_by("id")
            return list(rows.values_list("text", flat=True))

    return read


@pytest.fixture
def browser() -> Callable[[User], Client]:
    return signed_in_client
