"""Registering a name with one command, against the real API."""

import pytest

from domains.models import Operation
from domains.registries.simulated.register import put_object
from registrar.tenancy.context import acting_as
from tests.domains.services.pipeline import run_to_the_end

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def registry_answers(owner, acme):
    def answer() -> None:
        with acting_as(owner):
            operation = Operation.objects.get()
        run_to_the_end(acme, operation)

    return answer


@pytest.fixture
def template(acme, make_template):
    return make_template(acme, state="verified").public_id


def test_name_is_registered_and_followed_to_its_end(
    signed_in, zm, template, while_watching, registry_answers
):
    while_watching(registry_answers)
    ran = zm("register", "例子.cn", "--template", template, "--years", "2", "--watch", "--json")
    assert (ran.code, ran.json["state"]) == (0, "succeeded"), ran
    domain = zm("domains", "show", "例子.cn", "--json").json
    assert (domain["lifecycle"], domain["template"]) == ("active", template)


def test_refusal_of_the_registry_is_1_with_its_words(
    signed_in, zm, template, while_watching, registry_answers
):
    put_object(name="taken.cn", registrant_name="别人", epp_statuses=())
    while_watching(registry_answers)
    ran = zm("register", "taken.cn", "--template", template, "--watch")
    assert ran.code == 1
    assert "Said: Object exists" in ran.out


def test_without_watching_it_says_how_to(signed_in, zm, template):
    ran = zm(
        *("register", "a.cn", "--template", template, "--auto-renew"),
        *("--tag", "shop", "--nameserver", "ns1.example.com"),
    )
    assert ran.code == 0
    assert "zm operations watch op_" in ran.err
    assert zm("register", "a.cn", "--template", template).code == 5


def test_dry_run_registers_nothing(signed_in, zm, template):
    assert zm("register", "a.cn", "--template", template, "--dry-run").code == 0
    assert zm("domains", "show", "a.cn").code == 4


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("a.cn", "--years", "11"), 2), (("a.example",), 2), (("a.cn", "--years", "x"), 2)],
)
def test_wrong_arguments_are_2(signed_in, zm, template, arguments, code):
    assert zm("register", *arguments, "--template", template).code == code
