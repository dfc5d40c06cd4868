"""The same number and the same picture: shown here, counted elsewhere."""

import pytest

from registrar.crypto import blind_indexes
from registrar.crypto.configured import get_keyring
from templates_app.fields_of import NUMBER_PURPOSE
from tests import world
from verification.models import SubmissionMaterial
from verification.review.duplicates import MOST_COUNTED, MOST_SHOWN, find_duplicates
from verification.services.sealing import number_fields

NUMBER, OTHER = world.NUMBER, "440306199509203028"
DIGEST = "ab" * 32


@pytest.fixture
def mine(acme, submit):
    return submit(acme, "mine.com", **number_fields(NUMBER))


def found(as_staff, submission, number=NUMBER, digests=frozenset({DIGEST})):
    with as_staff():
        return find_duplicates(submission, number=number, digests=set(digests))


def with_picture(inside, submission, digest=DIGEST):
    with inside(submission.account):
        material = world.material_of(submission.account, sha256=digest)
        SubmissionMaterial.objects.create(
            account=submission.account, submission=submission, material=material, position=7
        )


def test_same_number_in_the_account_is_listed_with_its_state(
    acme, rita, mine, submit, as_staff, browser, page
):
    other = submit(acme, "other.com", state="passed", **number_fields(NUMBER))
    submit(acme, "stranger.com", **number_fields(OTHER))
    here = found(as_staff, mine).here
    assert [(one.submission, one.same_number, one.same_picture) for one in here] == [
        (other, True, False)
    ]
    text = browser(rita).get(page("decide", mine)).text
    part = text[text.index('id="duplicates-title"') :]
    assert page("decide", other) in part[: part.index("</section>")]


def test_same_picture_is_found_under_another_number(acme, mine, submit, as_staff, inside):
    other = submit(acme, "other.com", **number_fields(OTHER))
    with_picture(inside, other)
    (one,) = found(as_staff, mine).here
    assert (one.submission, one.same_number, one.same_picture) == (other, False, True)


def test_attempts_of_the_same_domain_are_no_duplicates(acme, mine, as_staff, inside):
    with inside(acme):
        world.submission_of(acme, domain=mine.domain, state="withdrawn", **number_fields(NUMBER))
    assert not found(as_staff, mine).any


def test_other_accounts_are_a_count_without_a_name(
    acme, globex, rita, mine, submit, as_staff, inside, browser, page
):
    for name in ("theirs.com", "theirs.net"):
        with_picture(inside, submit(globex, name, **number_fields(NUMBER)))
    seen = found(as_staff, mine)
    assert (seen.here, seen.numbers_elsewhere, seen.pictures_elsewhere) == ((), 2, 2)
    client = browser(rita)
    client.cookies["language"] = "en"
    text = client.get(page("decide", mine)).text
    assert "In other accounts: 2 submissions with the same number." in text
    assert globex.name not in text
    assert "theirs" not in text


def test_a_number_indexed_under_an_older_key_is_found(acme, mine, submit, as_staff, settings):
    digests = blind_indexes(get_keyring(), NUMBER, NUMBER_PURPOSE)
    oldest = submit(acme, "old.com", **(number_fields(NUMBER) | {"number_index": digests[-1]}))
    assert [one.submission for one in found(as_staff, mine).here] == [oldest]


@pytest.mark.parametrize("count", [1, 3, MOST_SHOWN + 1])
def test_the_list_is_capped_and_costs_the_same(
    count, acme, mine, submit, as_staff, django_assert_num_queries
):
    for number in range(count):
        submit(acme, f"d{number}.com", **number_fields(NUMBER))
    with as_staff(), django_assert_num_queries(4):
        seen = find_duplicates(mine, number=NUMBER, digests={DIGEST})
    assert len(seen.here) == min(count, MOST_SHOWN)
    assert seen.more == (count > MOST_SHOWN)


def test_the_count_elsewhere_is_capped(acme, globex, mine, as_staff, inside):
    with inside(globex):
        for _ in range(MOST_COUNTED + 1):
            template = world.template_of(globex)
            world.submission_of(globex, template=template, **number_fields(NUMBER))
    assert found(as_staff, mine).numbers_elsewhere == MOST_COUNTED
