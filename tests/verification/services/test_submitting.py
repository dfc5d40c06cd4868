import pytest
from django.db import transaction

from registrar.accounts.permissions import Role
from registrar.errors import Blocked, InvalidInput, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app.models import InfoTemplate
from tests.verification.data import NUMBER, OTHER_NUMBER
from verification.models import Material, Submission
from verification.services.submissions import (
    approve_submission,
    claim_submission,
    submit_verification,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


def submit(actor, **arguments):
    with acting_as(actor):
        return submit_verification(actor=actor, **arguments)


def refused(actor, error, **arguments):
    with acting_as(actor), pytest.raises(error) as caught:
        submit_verification(actor=actor, **arguments)
    return caught.value


def codes(error):
    return {(e.field, e.code) for e in error.errors}


def test_template_takes_its_own_document_and_enters_review(owner, template, upload):
    material = upload(owner)
    submission = submit(owner, template=template, materials=[material])
    with acting_as(owner):
        row = Submission.objects.get(pk=submission.pk)
        assert (row.state, row.document_number, row.document_type) == ("submitted", NUMBER, "SFZ")
        assert NUMBER not in row.number_masked
        assert row.expected_on > row.submitted_at.date()
        assert InfoTemplate.objects.get(pk=template.pk).state == "in_review"
        assert [m.pk for m in row.materials.all()] == [material.pk]


def test_log_keeps_the_number_masked(owner, template, upload):
    submission = submit(owner, template=template, materials=[upload(owner)])
    with acting_as(owner):
        entry = LogEntry.objects.get(action="submission.submitted")
    assert entry.object_id == submission.public_id
    assert entry.after["number"] == submission.number_masked
    assert NUMBER not in str(entry.after)


def test_other_number_than_the_template_is_refused(owner, template, upload):
    error = refused(
        owner,
        InvalidInput,
        template=template,
        document_number=OTHER_NUMBER,
        materials=[upload(owner)],
    )
    assert codes(error) == {("document_number", "differs_from_template")}


def test_same_number_typed_again_is_accepted(owner, template, upload):
    submission = submit(
        owner,
        template=template,
        document_type="SFZ",
        document_number=NUMBER,
        materials=[upload(owner)],
    )
    assert submission.state == "submitted"


def test_domain_without_a_number_is_refused_with_the_field(owner, acme, make_domain, upload):
    domain = make_domain(acme, "acme.com")
    error = refused(
        owner, InvalidInput, domain=domain, document_type="SFZ", materials=[upload(owner)]
    )
    assert codes(error) == {("document_number", "field_required")}


def test_wrong_check_digit_and_wrong_type_are_refused(owner, acme, make_domain, upload):
    domain, material = make_domain(acme, "acme.com"), upload(owner)
    wrong = {"domain": domain, "materials": [material]}
    number = refused(
        owner, InvalidInput, document_type="SFZ", document_number="110105194912310021", **wrong
    )
    assert ("document_number", "number_checksum") in codes(number)
    kind = refused(owner, InvalidInput, document_type="YYZZ", document_number=NUMBER, **wrong)
    assert codes(kind) == {("document_type", "document_type_not_allowed")}


def test_warnings_must_be_confirmed_and_are_kept(owner, acme, make_domain, upload):
    name = "北京示例（上海）有限公司"
    domain = make_domain(acme, "acme.com", holder_type="organization", registrant_name=name)
    given = {
        "domain": domain,
        "document_type": "YYZZ",
        "document_number": "91350100M000100Y43",
        "materials": [upload(owner)],
    }
    error = refused(owner, InvalidInput, **given)
    assert error.code == "warnings_unconfirmed"
    assert codes(error) == {("holder_name", "name_fullwidth_brackets")}
    submission = submit(owner, confirmed_warnings=["name_fullwidth_brackets"], **given)
    assert submission.confirmed_warnings == ["name_fullwidth_brackets"]


def test_no_picture_is_refused(owner, template):
    error = refused(owner, InvalidInput, template=template, materials=[])
    assert codes(error) == {("materials", "material_missing")}


def test_picture_named_twice_is_refused(owner, template, upload):
    material = upload(owner)
    error = refused(owner, InvalidInput, template=template, materials=[material, material])
    assert codes(error) == {("materials", "duplicate")}


def test_foreign_and_erased_pictures_are_refused_alike(owner, stranger, template, upload):
    foreign, own = upload(stranger), upload(owner)
    with acting_as(owner):
        Material.objects.filter(pk=own.pk).update(state="erased")
    errors = [
        refused(owner, InvalidInput, template=template, materials=[material])
        for material in (foreign, own)
    ]
    assert [codes(error) for error in errors] == [{("materials", "material_unknown")}] * 2


def test_picture_that_the_suffix_profile_refuses_is_refused(owner, template, upload):
    material = upload(owner)
    with acting_as(owner):
        Material.objects.filter(pk=material.pk).update(bytes=10 * 1024)
    error = refused(owner, InvalidInput, template=template, materials=[material])
    assert codes(error) == {("materials", "image_too_small")}


def test_second_open_submission_is_a_conflict(owner, template, upload):
    submit(owner, template=template, materials=[upload(owner)])
    error = refused(owner, StateConflict, template=template, materials=[upload(owner)])
    assert error.code == "submission_open"


def test_verified_domain_is_a_conflict(owner, acme, make_domain, upload):
    domain = make_domain(acme, "acme.com", real_name="verified")
    error = refused(
        owner,
        StateConflict,
        domain=domain,
        document_type="SFZ",
        document_number=NUMBER,
        materials=[upload(owner)],
    )
    assert error.code == "already_verified"


def test_disputed_domain_is_blocked_by_the_gate(owner, acme, make_domain, upload):
    domain = make_domain(acme, "acme.com", disputed=True)
    error = refused(
        owner,
        Blocked,
        domain=domain,
        document_type="SFZ",
        document_number=NUMBER,
        materials=[upload(owner)],
    )
    assert error.errors


def test_corrected_materials_take_five_working_days(owner, acme, make_domain, upload, time_machine):
    time_machine.move_to("2026-06-01T10:00:00+08:00", tick=False)
    given = {"document_type": "SFZ", "document_number": NUMBER}
    first = make_domain(acme, "first.com")
    failed = make_domain(acme, "failed.com", real_name="failed")
    one = submit(owner, domain=first, materials=[upload(owner)], **given)
    two = submit(owner, domain=failed, materials=[upload(owner)], **given)
    assert [str(one.expected_on), str(two.expected_on)] == ["2026-06-04", "2026-06-08"]


def test_viewer_may_not_submit(acme, vera, actor_of, owner, template, upload):
    viewer = actor_of(acme, vera, Role.VIEWER)
    refused(viewer, NotPermitted, template=template, materials=[upload(owner)])


def test_trusted_account_goes_straight_to_the_authority(
    make_account, alice, actor_of, make_template, upload
):
    trusted = make_account("trusted", "上海可信样例有限公司", review_level="straight_when_clean")
    actor = actor_of(trusted, alice, Role.OWNER)
    submission = submit(actor, template=make_template(trusted), materials=[upload(actor)])
    assert submission.state == "at_authority"
    assert submission.due_at is not None
    assert submission.deadline.date() > submission.expected_on


def test_what_no_authority_takes_goes_to_the_reviewers_and_stays_with_them(
    make_account, alice, actor_of, make_template, upload, settings, reviewer
):
    settings.SIMULATED_AUTHORITY_ALLOWED = False
    trusted = make_account("trusted", "上海可信样例有限公司", review_level="straight_when_clean")
    actor = actor_of(trusted, alice, Role.OWNER)
    submission = submit(actor, template=make_template(trusted), materials=[upload(actor)])
    assert submission.state == "submitted"
    with acting_as(reviewer):
        claim_submission(actor=reviewer, submission=submission)
        with pytest.raises(StateConflict) as refusal, transaction.atomic():
            approve_submission(actor=reviewer, submission=submission)
        assert refusal.value.code == "no_authority"
        assert Submission.objects.get(pk=submission.pk).state == "in_review"
