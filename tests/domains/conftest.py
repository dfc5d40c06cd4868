"""Templates and domains of the fixed cast, made inside the fence by the services."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from domains.models import Domain
from domains.services.domains import add_domain
from registrar.accounts.models import Account
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.models import AllowedName, InfoTemplate
from templates_app.rules.restrictions import key_of
from tests.event_data import checked_events

__all__ = ["checked_events"]

CONTACT = {
    "contact_name_zh": "李晓彤",
    "contact_name_en": "Li Xiaotong",
    "country": "CN",
    "province": "110000",
    "city": "北京市",
    "address_zh": "海淀区中关村大街27号1101室",
    "address_en": "Room 1101, 27 Zhongguancun Street, Haidian",
    "postcode": "100080",
    "phone_country_code": "86",
    "phone_number": "13800138000",
    "email": "li@acme.example",
}


@pytest.fixture
def make_template(db: None) -> Callable[..., InfoTemplate]:
    def make(account: Account, **fields: Any) -> InfoTemplate:
        values = {
            "holder_type": "individual",
            "name_zh": "李晓彤",
            "name_en": "Li Xiaotong",
            **CONTACT,
            "document_type": "SFZ",
            "document_number": "110101199003070038",
            "number_masked": "1101**********0038",
            "number_index": "x",
            "state": "verified",
            "verified_at": timezone.now(),
        }
        with acting_as(system_actor(account.pk)):
            return InfoTemplate.objects.create(account=account, **(values | fields))

    return make


@pytest.fixture
def make_domain(db: None) -> Callable[..., Domain]:
    def make(account: Account, name: str = "example.com", **fields: Any) -> Domain:
        now = timezone.now()
        values = {
            "registrant_name": "王小明",
            "registrant_name_en": "Wang Xiaoming",
            "contact": CONTACT,
            "registered_at": now - dt.timedelta(days=200),
            "expires_at": now + dt.timedelta(days=165),
            "real_name": "verified",
        }
        actor = system_actor(account.pk)
        with acting_as(actor):
            return add_domain(actor=actor, name=name, **(values | fields))

    return make


@pytest.fixture
def allow_name(db: None) -> Callable[[str], None]:
    """Our staff allow a whole name with a restricted word in it; the registry knows nothing."""

    def allow(name: str) -> None:
        with acting_as(system_staff_actor()):
            AllowedName.objects.create(name=name, key=key_of(name), added_by="test")

    return allow


@pytest.fixture(autouse=True)
def nobody_hurries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests take each step themselves; what the broker would hurry stays due."""
    monkeypatch.setattr("domains.tasks.hurry", lambda task, *ids: None)
