"""Acme has handed in a domain; Rex may decide everything, Rita is in the group of reviewers,
Stan is staff without permissions."""

from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from registrar.accounts.models import Account, User
from tests import world
from verification.models import Submission, SubmissionMaterial
from verification.services.stored import material_storage


@pytest.fixture
def submit(inside) -> Callable[..., Submission]:
    """`submit(acme, "a.com")` - a submission of a domain, waiting for its first review."""

    def make(account: Account, name: str, **fields: object) -> Submission:
        with inside(account):
            domain = world.domain_of(account, name, real_name="in_review")
            values = {"state": "submitted", "domain": domain}
            submission = world.submission_of(account, **(values | fields))
            material = world.material_of(account, storage_name=f"test/{name}")
            SubmissionMaterial.objects.create(
                account=account, submission=submission, material=material, position=0
            )
        return submission

    return make


@pytest.fixture
def stored():
    """Puts bytes where a material's row says they are."""
    names = []

    def put(name: str, content: bytes) -> None:
        names.append(material_storage().save(name, ContentFile(content)))

    yield put
    for name in names:
        material_storage().delete(name)


@pytest.fixture
def browser() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def page() -> Callable[..., str]:
    """`page("decide", submission)` - the address of a page of the review."""
    return lambda name, submission: reverse(
        f"admin:verification_submission_{name}", args=[submission.pk]
    )


@pytest.fixture
def fresh(as_staff) -> Callable[[Submission], Submission]:
    def read(submission: Submission) -> Submission:
        with as_staff():
            return Submission.objects.select_related("domain").get(pk=submission.pk)

    return read
