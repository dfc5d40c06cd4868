"""What a dossier holds of the rows, and what it costs."""

import pytest
from django.utils import timezone

from tests import world
from tests.verification.data import COMPANY, CREDIT_CODE
from verification.diagnosis import Outcome, check_cause
from verification.dossiers import dossiers_of
from verification.models import DiagnosisAnswer, SubmissionMaterial
from verification.reading.model import (
    Box,
    DocumentReading,
    Field,
    PictureReading,
    ReadValue,
    Side,
)
from verification.selectors import submissions
from verification.services.sealing import number_fields

pytestmark = pytest.mark.django_db


@pytest.fixture
def domain(acme, inside):
    with inside(acme):
        contact = {"contact_name_zh": "张三", "province": "北京市", "phone_number": "1"}
        return world.domain_of(
            acme, "shop.com.cn", registrant_name_en="Acme", contact=contact, real_name="failed"
        )


def failed(acme, domain, **fields):
    values = {
        "domain": domain,
        "state": "failed",
        "stage": "authority",
        "holder_type": "organization",
        "holder_name": COMPANY,
        "contact_name": "李四",
        "document_type": "YYZZ",
        "reason_codes": ["number_mismatch"],
        "ended_at": timezone.now(),
        **number_fields(CREDIT_CODE),
    }
    return world.submission_of(acme, **(values | fields))


def read(submission):
    return dossiers_of([submissions().get(pk=submission.pk)])[submission.pk]


def test_dossier_of_a_domain(acme, domain, inside):
    with inside(acme):
        row = failed(acme, domain)
        material = world.material_of(acme)
        SubmissionMaterial.objects.create(
            account=acme, submission=row, material=material, position=0
        )
        DiagnosisAnswer.objects.create(
            account=acme,
            submission=row,
            code="document_expired",
            value="none",
            answered_by="x",
            answered_at=timezone.now(),
        )
        dossier = read(row)
    assert (dossier.name, dossier.number, dossier.suffix) == (COMPANY, CREDIT_CODE, "com.cn")
    # As sent, not as the domain has it now.
    assert (dossier.contact, dossier.name_en, dossier.province) == ("李四", "Acme", "北京市")
    assert (dossier.address, dossier.picture_findings) == ("", None)
    assert [(p.kind, p.bytes, p.digest) for p in dossier.pictures] == [
        ("identity_document", 60_000, "0" * 64)
    ]
    assert dossier.answers == {"document_expired": "none"}


def test_dossier_of_a_template(acme, inside):
    with inside(acme):
        template = world.template_of(acme, state="failed")
        row = world.submission_of(acme, template=template, state="failed", stage="authority")
        dossier = read(row)
    assert (dossier.name_en, dossier.country, dossier.suffix) == ("Zhang Shili", "CN", "")
    assert dossier.address == template.address_zh


def test_earlier_attempts_of_the_same_domain_are_evidence(acme, domain, inside):
    with inside(acme):
        first = failed(acme, domain, holder_name="旧名称有限公司")
        other = world.domain_of(acme, "other.com")
        failed(acme, other)
        row = failed(acme, domain)
        later = failed(acme, domain)
        dossier = read(row)
        assert [one.name for one in dossier.attempts] == [first.holder_name]
        assert "number_wrong_field" in dossier.attempts[0].causes
        assert len(read(later).attempts) == 2


def test_attempt_that_passed_later_is_a_known_identity(acme, domain, inside):
    with inside(acme):
        row = failed(acme, domain)
        failed(acme, domain, state="passed", stage="", reason_codes=[])
        assert [known.number for known in read(row).known] == [CREDIT_CODE]


def test_verified_templates_with_the_same_name_or_number_are_known(acme, domain, inside):
    with inside(acme):
        same = {"holder_type": "organization", "state": "verified", "document_type": "YYZZ"}
        world.template_of(acme, name_zh=COMPANY, document_number="1", number_index="x", **same)
        world.template_of(acme, name_zh="别名有限公司", **(same | number_fields(CREDIT_CODE)))
        world.template_of(acme, name_zh="无关有限公司", **same)
        world.template_of(acme, name_zh=COMPANY, **(same | {"state": "unverified"}))
        world.template_of(acme, name_zh=COMPANY, **(same | {"holder_type": "individual"}))
        dossier = read(failed(acme, domain))
    assert {known.name for known in dossier.known} == {COMPANY, "别名有限公司"}


def test_another_accounts_verified_template_is_never_known(acme, globex, domain, inside, as_staff):
    with inside(globex):
        world.template_of(globex, name_zh=COMPANY, holder_type="organization", state="verified")
    with inside(acme):
        row = failed(acme, domain)
    with as_staff():
        assert read(row).known == ()


@pytest.mark.parametrize("count", [1, 5])
def test_five_queries_however_many(acme, domain, inside, count, django_assert_num_queries):
    with inside(acme):
        for _ in range(count):
            failed(acme, domain)
            world.template_of(acme, name_zh=COMPANY, state="verified")
        rows = list(submissions())
        with django_assert_num_queries(5):
            assert len(dossiers_of(rows)) == count


def test_what_was_read_in_the_pictures_speaks_in_the_diagnosis(acme, domain, inside):
    box = Box(0.1, 0.1, 0.5, 0.2)
    value = ReadValue("91330106MA2B12343G", 0.99, box)
    document = DocumentReading(
        type="YYZZ", confidence=0.99, side=Side.FRONT, values={Field.NUMBER: value}
    )
    reading = PictureReading(
        format="jpeg", bytes=60_000, width=1600, height=1000, document=document
    )
    with inside(acme):
        row = failed(acme, domain)
        material = world.material_of(acme)
        SubmissionMaterial.objects.create(
            account=acme, submission=row, material=material, position=0
        )
        world.reading_of(material, reading)
        dossier = dossiers_of([row])[row.pk]
    assert dossier.readings == (reading,)
    assert check_cause("number_mismatch", dossier).outcome is Outcome.CONFIRMED
    assert check_cause("document_type_mismatch", dossier).outcome is Outcome.RULED_OUT
