"""The demo shows every state, its stories are true, and loading it again changes nothing."""

import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from domains.gates import Operation as GateOperation
from domains.gating import blockers_of, target_of
from domains.models import Domain, Operation
from domains.service_status import SERVICE_STATUSES
from registrar.accounts.models import Account, Membership
from registrar.embedded import demo_data
from registrar.embedded.demo_data.identities import IDENTITIES, Identity
from registrar.embedded.demo_data.pictures import draw
from registrar.tenancy.actor import system_staff_actor
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate, RestrictedSubject, RestrictedWord
from templates_app.restrictions.selectors import restrictions_by_template
from templates_app.rules.numbers import check_number
from templates_app.states import TemplateState
from verification.authorities.port import AuthorityRequest, Picture
from verification.authorities.simulated.register import look_up
from verification.authorities.simulated.rules import judge
from verification.materials_rules import DEFAULT_PROFILE, get_profile, inspect_picture
from verification.models import Material, MaterialReading, Reminder, Submission
from verification.states import WITHDRAWABLE, SubmissionState
from verification.support.models import SupportMessage, SupportRequest
from verification.waiting.selectors import way_on_of

TABLES = (Account, Membership, InfoTemplate, Domain, Operation, Material, Submission, Reminder)
TABLES += (RestrictedSubject, RestrictedWord)
TABLES += (SupportRequest, SupportMessage)


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Loaded once for all tests here, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo_data.load()
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _demo(_loaded: None, db: None) -> None:
    """Every test sees the demo data."""


def _counts() -> dict[str, int]:
    with acting_as(system_staff_actor()):
        return {table.__name__: table._default_manager.count() for table in TABLES}


def _at_acme(model: Any) -> list[Any]:
    return list(model.objects.filter(account__slug="acme"))


def test_one_subject_is_restricted_and_no_template_of_the_demo_is() -> None:
    with acting_as(system_staff_actor()):
        assert [row.name for row in RestrictedSubject.objects.all()] == ["郑受限"]
        templates = list(InfoTemplate.objects.all())
        assert not any(restrictions_by_template(templates).values())


def test_every_service_status_is_shown_at_acme() -> None:
    with acting_as(system_staff_actor()):
        statuses = Counter(domain.service_status for domain in _at_acme(Domain))
    assert set(statuses) == set(SERVICE_STATUSES)
    assert sum(statuses.values()) >= 45
    assert statuses["verification_failed"] >= 8


def test_every_template_state_is_shown_at_acme() -> None:
    with acting_as(system_staff_actor()):
        states = {template.state for template in _at_acme(InfoTemplate)}
    assert states == set(TemplateState.values)


def test_failures_have_many_known_reasons_and_one_unknown() -> None:
    with acting_as(system_staff_actor()):
        failed = Submission.objects.filter(
            account__slug="acme", domain__isnull=False, state=SubmissionState.FAILED
        )
        reasons = {code for row in failed for code in row.reason_codes}
        unknown = [row for row in failed if not row.reason_codes]
    assert len(reasons) >= 6
    assert len(unknown) == 1


def test_failed_domains_have_a_failed_submission() -> None:
    with acting_as(system_staff_actor()):
        for domain in Domain.objects.filter(service_status="verification_failed"):
            latest = domain.submissions.order_by("-attempt").first()
            assert latest is not None
            assert latest.state == SubmissionState.FAILED, domain.name


def test_new_document_waits_and_timeout_goes_in_again_by_one_click() -> None:
    with acting_as(system_staff_actor()):
        waiting = Submission.objects.get(domain__name="xinzheng.net.cn")
        assert waiting.reminders.get().due_on > timezone.localdate()
        template = Submission.objects.get(holder_name="苏州范例贸易有限公司")
        assert template.reminders.exists()
        way = way_on_of(Submission.objects.get(domain__name="hangzhou-yangben.cn"))
        assert way is not None
        assert way.unchanged.available


def test_loading_again_changes_nothing() -> None:
    before = _counts()
    demo_data.load()
    assert _counts() == before


def test_only_pictures_that_wait_for_review_are_asked_to_be_read(
    settings: Settings,
) -> None:
    settings.READ_PICTURES = True
    demo_data.load()
    demo_data.load()
    with acting_as(system_staff_actor()):
        waiting = Submission.objects.filter(state__in=WITHDRAWABLE)
        pictures = set(waiting.values_list("materials", flat=True))
        asked = list(MaterialReading.objects.values_list("material", flat=True))
    assert 0 < len(pictures) < 30
    assert sorted(asked) == sorted(pictures)


def test_identities_have_valid_numbers_and_acceptable_pictures() -> None:
    for identity in IDENTITIES:
        problems = check_number(identity.document_type, identity.number)
        assert not [one for one in problems if one.blocks], identity.key
        inspect_picture(draw(identity), get_profile(DEFAULT_PROFILE))


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.key)
def test_identity_passes_or_fails_as_the_page_says(identity: Identity) -> None:
    request = AuthorityRequest(
        transaction_id=uuid.uuid4(),
        holder_type=identity.holder_type,
        holder_name=identity.name,
        contact_name=identity.contact_name,
        document_type=identity.document_type,
        document_number=identity.number,
        suffix="cn",
        submitted_on=timezone.localdate(),
        pictures=(Picture("identity_document", draw(identity)),),
    )
    said = judge(
        request,
        look_up(name=identity.name, document_number=identity.number),
        today=timezone.localdate(),
        profile=get_profile(DEFAULT_PROFILE),
        admit_unknown=True,
    )
    assert (said == []) == identity.passes


def test_failed_domains_can_be_saved_by_either_route() -> None:
    passing = {identity.name for identity in IDENTITIES if identity.passes}
    with acting_as(system_staff_actor()):
        failed = Domain.objects.filter(
            account__slug="acme", service_status="verification_failed", registrant_name__in=passing
        )
        usable = InfoTemplate.objects.filter(account__slug="acme", state=TemplateState.VERIFIED)
        open_to_both = [
            domain
            for domain in failed
            if not blockers_of(domain, GateOperation.SUBMIT_VERIFICATION)
            and any(
                not blockers_of(
                    domain, GateOperation.CHANGE_REGISTRANT, target=target_of(template, domain)
                )
                for template in usable
            )
        ]
        assert len(open_to_both) >= 6


def test_one_question_waits_for_support_and_one_is_answered() -> None:
    with acting_as(system_staff_actor()):
        rows = {row.domain.name: row for row in _at_acme(SupportRequest)}
    assert {name: row.state for name, row in rows.items()} == {
        "shili-lab.cn": "open",
        "shili-mall.cn": "waiting_for_user",
    }
    assert rows["shili-lab.cn"].attached["unknown"]
    assert len(rows["shili-mall.cn"].attached["attempts"]) == 2
