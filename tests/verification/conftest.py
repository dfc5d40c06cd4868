"""What verification is about: pictures, a template, a domain, and their way to the authority."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from PIL import Image

from domains.models import Domain
from registrar.accounts.api_keys import make_key as make_secret
from registrar.accounts.models import Account, ApiKey, User
from registrar.accounts.permissions import SCOPES, Role
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.event_data import checked_events
from tests.verification.data import NAME, NUMBER
from verification.materials_rules import get_profile
from verification.models import Material, Submission
from verification.services.materials import store_material
from verification.services.sealing import number_fields
from verification.services.submissions import submit_verification

__all__ = ["checked_events"]


def picture_bytes(*, seed: int = 1, fmt: str = "JPEG", size: tuple[int, int] = (500, 320)) -> bytes:
    """A noisy picture, too busy to be small: well over 55 KB."""
    noise = Random(seed).randbytes(size[0] * size[1] * 3)
    out = BytesIO()
    Image.frombytes("RGB", size, noise).save(out, fmt, quality=90)
    return out.getvalue()


@pytest.fixture(scope="session")
def picture() -> bytes:
    return picture_bytes()


@pytest.fixture
def owner(acme: Account, alice: User, actor_of: Callable[..., Actor]) -> Actor:
    return actor_of(acme, alice, Role.OWNER)


@pytest.fixture
def stranger(globex: Account, gina: User, actor_of: Callable[..., Actor]) -> Actor:
    return actor_of(globex, gina, Role.OWNER)


@pytest.fixture
def make_template(
    inside: Callable[[Account], AbstractContextManager[Actor]],
) -> Callable[..., InfoTemplate]:
    def make(account: Account, **fields: object) -> InfoTemplate:
        data = {
            "holder_type": "individual",
            "name_zh": NAME,
            "name_en": "Zhang San",
            "contact_name_zh": NAME,
            "contact_name_en": "Zhang San",
            "address_zh": "北京市东城区示例路 1 号",
            "address_en": "No. 1 Example Road",
            "phone_number": "13800138000",
            "email": "holder@acme.example",
            "document_type": "SFZ",
            **number_fields(NUMBER),
        }
        with inside(account):
            template = InfoTemplate(account=account, **(data | fields))
            template.save()
            return template

    return make


@pytest.fixture
def make_domain(
    inside: Callable[[Account], AbstractContextManager[Actor]],
) -> Callable[..., Domain]:
    def make(account: Account, name: str, **fields: object) -> Domain:
        now = timezone.now()
        data = {
            "unicode_name": name,
            "suffix": name.partition(".")[2],
            "holder_type": "individual",
            "registrant_name": NAME,
            "contact": {"contact_name_zh": NAME},
            "registered_at": now - dt.timedelta(days=200),
            "expires_at": now + dt.timedelta(days=165),
        }
        with inside(account):
            return Domain.objects.create(account=account, name=name, **(data | fields))

    return make


@pytest.fixture
def upload(picture: bytes) -> Callable[..., Material]:
    """`upload(actor)`: a stored picture. Needs a test outside of any fence."""

    def store(actor: Actor, content: bytes = picture, kind: str = "identity_document") -> Material:
        return store_material(
            actor=actor, kind=kind, upload=BytesIO(content), profile=get_profile("tencent")
        )

    return store


@pytest.fixture
def make_staff(db: None) -> Callable[..., User]:
    """`make_staff(email)`: staff without any right; `decides=True` may decide submissions."""

    def make(email: str, *, decides: bool = False) -> User:
        user = User.objects.create_user(email, "x", is_staff=True)
        if decides:
            rights = Permission.objects.filter(codename="decide_submission")
            user.user_permissions.set(rights)
        return user

    return make


@pytest.fixture
def reviewer(make_staff: Callable[..., User]) -> Actor:
    user = make_staff("rita@registrar.example", decides=True)
    return Actor(kind=ActorKind.STAFF, account_id=None, label="Rita", user_id=user.pk)


@pytest.fixture
def colleague(make_staff: Callable[..., User], reviewer: Actor) -> Actor:
    """Another who may decide."""
    user = make_staff("rob@registrar.example", decides=True)
    return replace(reviewer, label="Rob", user_id=user.pk)


@pytest.fixture
def submitted(
    acme: Account,
    owner: Actor,
    make_template: Callable[..., InfoTemplate],
    upload: Callable[..., Material],
) -> Submission:
    """A template of acme, handed in for first review."""
    template, material = make_template(acme), upload(owner)
    with acting_as(owner):
        return submit_verification(actor=owner, template=template, materials=[material])


@pytest.fixture
def make_key(
    inside: Callable[[Account], AbstractContextManager[Actor]],
) -> Callable[..., dict[str, str]]:
    """`make_key(acme)`: headers of a key with every scope, or with those given."""

    def make(account: Account, *scopes: str) -> dict[str, str]:
        text, prefix, digest = make_secret()
        with inside(account):
            ApiKey.objects.create(
                account=account,
                name="script",
                prefix=prefix,
                secret_hash=digest,
                scopes=list(scopes or SCOPES),
            )
        return {"Authorization": f"Bearer {text}", "Accept-Language": "en"}

    return make
