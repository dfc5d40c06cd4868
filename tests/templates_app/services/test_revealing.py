"""The whole document number is shown after a code for exactly that."""

from functools import partial

import pytest

from registrar.accounts.permissions import Permission
from registrar.accounts.step_up import StepUpRequired
from registrar.errors import NotPermitted
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from templates_app import services
from tests.templates_app.samples import NUMBER

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(acme, make_template):
    return make_template(acme)


@pytest.fixture
def reveal(acme, inside, template):
    """Asks as `actor`; whoever is refused leaves nothing in the log."""

    def ask(actor):
        try:
            with acting_as(actor):
                return services.reveal_number(actor=actor, template=template, reason="a call")
        except Exception:
            with inside(acme):
                assert not LogEntry.objects.filter(action="template.number_revealed").exists()
            raise

    return ask


def test_number_without_a_code_is_refused_with_its_purpose(owner, reveal):
    with pytest.raises(StepUpRequired) as refused:
        reveal(owner)
    assert refused.value.extra == {"purpose": "reveal_document_number"}


@pytest.mark.parametrize(
    ("who", "purpose", "minutes_ago"),
    [
        ("bob", "reveal_document_number", 0),
        ("alice", "change_registrant", 0),
        ("alice", "set_locks", 0),
        ("alice", "reveal_document_number", 10),
    ],
)
def test_other_codes_do_not_count(request, owner, reveal, enter_code, who, purpose, minutes_ago):
    enter_code(request.getfixturevalue(who), purpose, minutes_ago=minutes_ago)
    with pytest.raises(StepUpRequired):
        reveal(owner)


def test_viewer_is_refused_even_with_a_code(viewer, vera, reveal, enter_code):
    enter_code(vera, "reveal_document_number")
    with pytest.raises(NotPermitted):
        reveal(viewer)


def test_key_sees_it_only_with_the_scope_sensitive(acme, reveal, key_of):
    key = partial(key_of, acme, Permission.TEMPLATES_WRITE)
    with pytest.raises(NotPermitted) as refused:
        reveal(key())
    assert refused.value.extra == {"scope": "sensitive"}
    assert reveal(key(Permission.SENSITIVE)) == NUMBER
