"""Info templates of somebody who came onto the list: counted, and disabled when staff say so."""

import pytest

from registrar.errors import InvalidInput
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app import services as template_services
from templates_app.models import InfoTemplate, RestrictionChange
from templates_app.restrictions import services
from templates_app.restrictions.services import barring
from templates_app.restrictions.uses import Uses, uses_of
from tests.restricted import listed
from tests.templates_app.samples import NUMBER, OTHER_NUMBER

pytestmark = pytest.mark.django_db
NAME = "李晓明"


def states(account, inside):
    with inside(account):
        return sorted(InfoTemplate.objects.values_list("state", "disabled_reason"))


def bar(actor, subject):
    with acting_as(actor):
        return services.bar_templates(actor=actor, subject=subject)


def used(subject, as_staff):
    with as_staff():
        return uses_of(subject)


def test_entry_changes_no_template_by_itself(acme, make_template, inside, as_staff):
    make_template(acme, "verified")
    entry = listed("subjects", cause="miit_list", name=NAME)
    assert states(acme, inside) == [("verified", "")]
    assert used(entry, as_staff) == Uses(templates=1, accounts=1)


def test_staff_disable_them_in_every_account_and_each_log_says_why(
    acme, globex, make_template, inside, keeper, as_staff
):
    made = [make_template(acme, state) for state in ("verified", "in_review", "disabled")]
    make_template(globex, name_zh="王样例", document_number=OTHER_NUMBER)
    make_template(globex)
    entry = listed("subjects", cause="in_proceedings", name=NAME, note="secret")
    assert used(entry, as_staff) == Uses(templates=3, accounts=2)
    assert bar(keeper, entry) == 3
    assert used(entry, as_staff) == Uses(templates=0, accounts=0)
    assert states(acme, inside) == [("disabled", "barred")] * 2 + [("disabled", "retired")]
    assert states(globex, inside) == [("disabled", "barred"), ("unverified", "")]
    with inside(acme):
        log = LogEntry.objects.get(action="template.disabled", object_id=made[0].public_id)
    assert log.after.pop("cause") == "in_proceedings"
    assert log.after == {"state": "disabled", "disabled_reason": "barred"}
    assert log.shown_actor != "Kit"
    assert "secret" not in f"{log.reason}{log.before}{log.object_label}"
    with as_staff():
        change = RestrictionChange.objects.order_by("-pk").first()
    assert (change.action, len(change.after["templates"])) == ("barred", 3)


def test_barring_nothing_records_nothing(keeper, as_staff):
    entry = listed("subjects", cause="miit_list", name=NAME)
    assert bar(keeper, entry) == 0
    with as_staff():
        assert RestrictionChange.objects.count() == 1


def test_barring_stops_at_its_limit_and_goes_on_when_asked_again(
    acme, make_template, keeper, monkeypatch
):
    monkeypatch.setattr(barring, "MAX_AT_ONCE", 2)
    for _ in range(3):
        make_template(acme)
    entry = listed("subjects", cause="miit_list", name=NAME)
    assert [bar(keeper, entry) for _ in range(3)] == [2, 1, 0]


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ({"name": NAME}, 2),
        ({"name": "李曉明"}, 2),
        ({"number": NUMBER.lower()}, 1),
        ({"name": NAME, "number": NUMBER}, 1),
        ({"name": NAME, "holder_type": "organization"}, 0),
        ({"name": NAME, "number": NUMBER, "holder_type": "individual"}, 1),
        ({"name": "某某"}, 0),
    ],
)
def test_uses_are_those_that_would_be_refused(acme, make_template, as_staff, values, count):
    make_template(acme)
    make_template(acme, document_number=OTHER_NUMBER)
    entry = listed("subjects", cause="miit_list", **values)
    assert used(entry, as_staff).templates == count


def test_deleted_templates_are_no_uses(acme, make_template, inside, as_staff):
    template = make_template(acme)
    with inside(acme) as actor:
        template_services.delete_template(actor=actor, template=template)
    entry = listed("subjects", cause="miit_list", name=NAME)
    assert used(entry, as_staff).templates == 0


def test_name_key_follows_an_edit(acme, make_template, inside, as_staff):
    template = make_template(acme)
    with inside(acme) as actor:
        fields = template_services.writing.fields_of(template)
        changed = type(fields)(**{**vars(fields), "name_zh": "王样例", "name_en": "Wang Yangli"})
        template_services.edit_template(actor=actor, template=template, fields=changed)
    entry = listed("subjects", cause="miit_list", name="王样例")
    assert used(entry, as_staff).templates == 1


def test_barred_template_can_not_be_made_again(acme, make_template, keeper, inside):
    make_template(acme)
    bar(keeper, listed("subjects", cause="miit_list", name=NAME))
    with pytest.raises(InvalidInput):
        make_template(acme)
