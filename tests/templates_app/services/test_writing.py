import uuid
from dataclasses import asdict, fields, replace

import pytest
from django.utils import translation

from registrar.errors import Blocked, InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app import services
from templates_app.findings import warnings_of
from templates_app.models import InfoTemplate
from tests.templates_app.samples import HOSTILE, MASKED, NUMBER, OTHER_NUMBER, PERSON

pytestmark = pytest.mark.django_db


def errors_of(refused):
    return {(error.field, error.code) for error in refused.value.errors}


def test_create_template_keeps_every_field_and_seals_the_number(owner):
    with acting_as(owner):
        made = services.create_template(actor=owner, fields=PERSON)
        kept = InfoTemplate.objects.get(pk=made.pk)
        assert {name: getattr(kept, name) for name in asdict(PERSON)} == asdict(PERSON)
        assert (kept.state, kept.version, kept.number_masked) == ("unverified", 1, MASKED)
        assert len(kept.number_index) == 64
        entry = LogEntry.objects.get(object_id=made.public_id)
    assert entry.action == "template.created"
    assert entry.after["document_number"] == MASKED
    assert NUMBER not in str(entry.after)
    assert PERSON.phone_number not in str(entry.after)
    assert PERSON.email not in str(entry.after)


def test_create_template_fills_empty_english_fields_and_keeps_typed_ones(owner):
    typed = replace(PERSON, name_en="", contact_name_en="LI Xiaoming", address_en=" ")
    with acting_as(owner):
        made = services.create_template(actor=owner, fields=typed)
    assert made.name_en == "Li Xiaoming"
    assert made.contact_name_en == "LI Xiaoming"
    assert made.address_en == "No. 88, Jianguo Road, Chaoyang District"


def test_create_template_tidies_phone_country_and_province(owner):
    typed = replace(
        PERSON,
        country="cn",
        province="北京",
        phone_country_code="+0086"[1:],
        phone_number="138-0013 8000",
        document_number=" 11010519491231002x",
    )
    with acting_as(owner):
        made = services.create_template(actor=owner, fields=typed)
    assert (made.country, made.province) == ("CN", "北京市")
    assert (made.phone_country_code, made.phone_number) == ("86", "13800138000")
    assert made.document_number == NUMBER


def test_create_template_with_a_wrong_check_digit_is_refused_at_the_number(owner):
    wrong = replace(PERSON, document_number="110105194912310021")
    with acting_as(owner), pytest.raises(InvalidInput) as refused:
        services.create_template(actor=owner, fields=wrong)
    assert errors_of(refused) == {("document_number", "number_checksum")}


def test_create_template_without_anything_names_every_required_field(owner):
    empty = replace(PERSON, **{f.name: "" for f in fields(PERSON) if f.name != "holder_type"})
    with acting_as(owner), pytest.raises(InvalidInput) as refused:
        services.create_template(actor=owner, fields=empty)
    named = {error.field for error in refused.value.errors}
    assert {"name_zh", "email", "document_type", "document_number", "phone_country_code"} <= named


def test_create_template_of_an_unknown_holder_type_is_refused(owner):
    with acting_as(owner), pytest.raises(InvalidInput) as refused:
        services.create_template(actor=owner, fields=replace(PERSON, holder_type="robot"))
    assert errors_of(refused) == {("holder_type", "field_required")}


def test_create_template_with_a_warning_is_kept_and_warned_of(owner):
    doubtful = replace(PERSON, name_en="Wang Wu")
    with acting_as(owner):
        made = services.create_template(actor=owner, fields=doubtful)
        warned = warnings_of(made)
    assert [(w.field, w.code) for w in warned] == [("name_en", "name_translation_mismatch")]


def test_create_template_twice_with_one_uid_makes_one(owner):
    uid = uuid.uuid4()
    with acting_as(owner):
        first = services.create_template(actor=owner, fields=PERSON, uid=uid)
        second = services.create_template(actor=owner, fields=PERSON, uid=uid)
        assert first.pk == second.pk
        assert LogEntry.objects.filter(action="template.created").count() == 1


def test_create_template_with_anothers_uid_is_a_conflict(owner, globex, make_template):
    foreign = make_template(globex)
    with acting_as(owner), pytest.raises(StateConflict):
        services.create_template(actor=owner, fields=PERSON, uid=foreign.uid)


@pytest.mark.parametrize("name", sorted(asdict(PERSON)))
@pytest.mark.parametrize("country", ["CN", "US"])
def test_hostile_text_is_refused_by_name_or_kept_never_an_error(owner, name, country):
    outcomes = [outcome_of(owner, {"country": country, name: text}) for text in HOSTILE]
    assert set(outcomes) <= {"kept", "refused"}
    assert outcomes[:4] == ["refused"] * 4  # NUL, and 10,000 characters


def outcome_of(actor, typed):
    with acting_as(actor):
        try:
            made = services.create_template(actor=actor, fields=replace(PERSON, **typed))
        except InvalidInput as refused:
            return "refused" if refused.errors else "without a reason"
        return InfoTemplate.objects.get(pk=made.pk).state and "kept"


def test_viewer_writes_nothing(viewer, acme, make_template):
    template = make_template(acme)
    verbs = {
        "create_template": {"fields": PERSON},
        "edit_template": {"fields": PERSON, "template": template},
        "create_version": {"fields": PERSON, "template": template},
        "delete_template": {"template": template},
        "disable_template": {"template": template},
        "reveal_number": {"template": template, "reason": "curious"},
    }
    for verb, arguments in verbs.items():
        with acting_as(viewer), pytest.raises(NotPermitted):
            getattr(services, verb)(actor=viewer, **arguments)


def test_edit_template_logs_only_what_changed(owner, acme, make_template):
    template = make_template(acme)
    typed = replace(PERSON, city="天津市", email="new@acme.example", document_number=OTHER_NUMBER)
    with acting_as(owner):
        edited = services.edit_template(actor=owner, template=template, fields=typed)
        entry = LogEntry.objects.get(action="template.edited")
    assert edited.city == "天津市"
    assert set(entry.before) == set(entry.after) == {"city", "email", "document_number"}
    assert OTHER_NUMBER not in str(entry.after)
    assert edited.number_index != template.number_index


def test_edit_template_without_a_number_keeps_the_old_one(owner, acme, make_template):
    template = make_template(acme)
    typed = replace(PERSON, city="天津市", document_number="")
    with acting_as(owner):
        edited = services.edit_template(actor=owner, template=template, fields=typed)
    assert edited.document_number == NUMBER


def test_edit_template_that_changes_nothing_logs_nothing(owner, acme, make_template):
    template = make_template(acme)
    with acting_as(owner):
        services.edit_template(actor=owner, template=template, fields=PERSON, expected="stale")
        assert not LogEntry.objects.filter(action="template.edited").exists()


def test_edit_template_over_somebody_elses_change_is_a_conflict(owner, acme, make_template):
    template = make_template(acme)
    seen = services.edit_token(template)
    with acting_as(owner):
        first = replace(PERSON, city="天津市")
        services.edit_template(actor=owner, template=template, fields=first, expected=seen)
    second = replace(PERSON, city="上海市")
    with acting_as(owner), pytest.raises(StateConflict):
        services.edit_template(actor=owner, template=template, fields=second, expected=seen)


def test_create_version_follows_and_leaves_the_old_one_alone(owner, acme, make_template):
    template = make_template(acme, "verified")
    typed = replace(PERSON, city="天津市", document_number="")
    with acting_as(owner):
        made = services.create_version(actor=owner, template=template, fields=typed)
        old = InfoTemplate.objects.get(pk=template.pk)
    assert (made.version, made.previous_id, made.state) == (2, template.pk, "unverified")
    assert made.document_number == NUMBER
    assert (old.state, old.city) == ("verified", "北京市")


def test_services_do_not_reach_another_accounts_template(owner, globex, make_template):
    foreign = make_template(globex, "failed")
    for verb in ("edit_template", "create_version"):
        with acting_as(owner), pytest.raises(NotFound):
            getattr(services, verb)(actor=owner, template=foreign, fields=PERSON)
    for verb in ("delete_template", "disable_template", "enter_review"):
        with acting_as(owner), pytest.raises(NotFound):
            getattr(services, verb)(actor=owner, template=foreign)


def test_failed_template_may_be_corrected_in_place(owner, acme, make_template):
    template = make_template(acme, "failed")
    with acting_as(owner):
        edited = services.edit_template(
            actor=owner, template=template, fields=replace(PERSON, city="天津市")
        )
    assert edited.state == "failed"


def test_edit_of_a_verified_template_names_the_way_out(owner, acme, make_template):
    template = make_template(acme, "verified")
    with acting_as(owner), pytest.raises(Blocked) as refused:
        services.edit_template(actor=owner, template=template, fields=PERSON)
    assert errors_of(refused) == {("", "template_verified")}
    with translation.override("en"):
        assert "new version" in str(refused.value.message)
