"""Which authority takes what: the most exact line, else the default, else nobody."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registrar.errors import StateConflict
from verification.authorities.routing import authority_for, most_exact, require_authority
from verification.models import Authority, AuthorityRoute


@dataclass(frozen=True)
class Line:
    suffix: str
    profile: str


EVERY = [Line("cn", "tencent"), Line("cn", ""), Line("", "tencent"), Line("", "")]


@pytest.mark.parametrize("missing", range(4))
def test_the_most_exact_line_counts(missing):
    assert most_exact(EVERY[missing:], suffix="cn", profile="tencent") == EVERY[missing]


@pytest.mark.parametrize("suffix", [".cn", "CN", " cn "])
def test_case_and_leading_dot_of_a_suffix_make_no_difference(suffix):
    assert most_exact(EVERY, suffix=suffix, profile="other") == Line("cn", "")
    assert most_exact([Line(suffix, "")], suffix="cn", profile="other") == Line(suffix, "")


def test_a_template_goes_only_where_any_suffix_goes():
    assert most_exact(EVERY[:2], suffix="", profile="tencent") is None


_words = st.sampled_from(["", "cn", "com", "xyz"])


@given(lines=st.lists(st.builds(Line, _words, _words)), suffix=_words, profile=_words)
def test_no_line_that_fits_is_more_exact_than_the_chosen_one(lines, suffix, profile):
    fitting = [x for x in lines if x.suffix in ("", suffix) and x.profile in ("", profile)]
    chosen = most_exact(lines, suffix=suffix, profile=profile)
    assert (chosen is None) is (not fitting)
    weight = [(bool(x.suffix), bool(x.profile)) for x in fitting]
    assert not fitting or (bool(chosen.suffix), bool(chosen.profile)) == max(weight)


def chosen(inside, acme, **asked):
    with inside(acme):
        return authority_for(**{"suffix": "cn", "profile": "tencent"} | asked)


@pytest.fixture
def real(as_staff, db):
    with as_staff():
        return Authority.objects.create(code="real", name="Real", adapter="http")


def test_without_a_route_the_default_is_made_once(inside, acme):
    first, second = chosen(inside, acme), chosen(inside, acme)
    assert (first.code, first.adapter) == ("simulated", "simulated")
    assert first.pk == second.pk


def test_a_route_is_followed_and_what_it_does_not_name_is_not(inside, acme, real, as_staff):
    with as_staff():
        AuthorityRoute.objects.create(suffix="cn", authority=real)
    assert chosen(inside, acme).code == "real"
    assert chosen(inside, acme, suffix="com").code == "simulated"
    assert chosen(inside, acme, suffix="").code == "simulated"


def test_where_simulation_is_not_allowed_nobody_takes_it_even_by_a_route(
    inside, acme, as_staff, settings
):
    simulated = chosen(inside, acme)
    settings.SIMULATED_AUTHORITY_ALLOWED = False
    with as_staff():
        AuthorityRoute.objects.create(authority=simulated)
    assert chosen(inside, acme) is None
    with inside(acme), pytest.raises(StateConflict) as refused:
        require_authority(suffix="cn", profile="tencent")
    assert refused.value.code == "no_authority"


def test_a_default_that_does_not_exist_is_nobody(inside, acme, settings):
    settings.DEFAULT_AUTHORITY = "gone"
    assert chosen(inside, acme) is None


@pytest.mark.parametrize("lines", [1, 3])
def test_the_choice_takes_one_query_however_many_lines_there_are(
    inside, acme, real, as_staff, django_assert_num_queries, lines
):
    with as_staff():
        for number in range(lines):
            AuthorityRoute.objects.create(suffix="cn" * (number + 1), authority=real)
    # Two of them take the registrar's role and give it back.
    with inside(acme), django_assert_num_queries(3):
        authority_for(suffix="cn", profile="tencent")
