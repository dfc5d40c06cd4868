import pytest

from domains.models import Operation
from domains.states import OperationState
from domains.template_uses import count_domains
from registrar.errors import Blocked
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from templates_app import services
from tests.world import domain_of, template_of

pytestmark = pytest.mark.django_db


def test_domains_that_have_a_template_or_move_to_it_count(acme):
    with acting_as(system_actor(acme.pk)):
        old, new, unused = (template_of(acme) for _ in range(3))
        domain_of(acme, "a.example", template=old)
        moving = domain_of(acme, "b.example", template=old)
        domain_of(acme, "c.example", template=old, lifecycle="gone")
        for state in (OperationState.SUBMITTED, OperationState.FAILED):
            Operation.objects.create(
                account=acme,
                kind="change_registrant",
                domain=moving,
                template=new,
                state=state,
                requested_by="test",
            )
        assert count_domains([old.pk, new.pk, unused.pk]) == {old.pk: 2, new.pk: 1}


def test_template_of_a_domain_is_not_deleted(acme):
    with acting_as(system_actor(acme.pk)) as actor:
        template = template_of(acme)
        domain_of(acme, "a.example", template=template)
        with pytest.raises(Blocked) as refused:
            services.delete_template(actor=actor, template=template)
    assert [error.code for error in refused.value.errors] == ["template_has_domains"]
