"""Entering a domain says the same of a name that is held, whoever holds it."""

import pytest

from domains.models import Domain
from registrar.errors import StateConflict
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as

pytestmark = pytest.mark.django_db


def test_name_of_another_account_is_refused_like_an_own_one(acme, globex, make_domain):
    make_domain(acme, "held.com")
    answers = []
    for account in (acme, globex):
        with pytest.raises(StateConflict) as refused:
            make_domain(account, "held.com")
        answers.append((refused.value.code, str(refused.value.message)))
    assert answers[0] == answers[1]
    with acting_as(system_actor(globex.pk)):
        assert not Domain.objects.exists()
