from contextlib import contextmanager
from io import BytesIO

import pytest
from PIL import Image

from registrar.accounts.permissions import Role
from registrar.errors import InvalidInput, NotFound, NotPermitted, Unavailable
from registrar.oplog.models import LogEntry
from registrar.tenancy.actor import Actor, ActorKind
from registrar.tenancy.context import acting_as
from tests.verification.conftest import picture_bytes
from verification.materials_rules import get_profile
from verification.models import Material
from verification.services import materials, stored
from verification.services.materials import open_material, store_material
from verification.services.stored import material_storage

pytestmark = pytest.mark.django_db

BOMB_SIDE = 12_000


def store(actor, content, kind="identity_document"):
    return store_material(
        actor=actor, kind=kind, upload=BytesIO(content), profile=get_profile("tencent")
    )


def stored_files():
    storage = material_storage()
    try:
        folders = storage.listdir("")[0]
    except FileNotFoundError:  # a folder comes with its first file
        return []
    return sorted(name for folder in folders for name in storage.listdir(folder)[1])


def bomb():
    out = BytesIO()
    Image.new("L", (BOMB_SIDE, BOMB_SIDE)).save(out, "PNG")
    return out.getvalue() + bytes(60_000)


HOSTILE = {
    "bomb": bomb(),
    "truncated": picture_bytes()[:60_000],
    "script": b"<script>alert(1)</script>" * 4_000,
    "gif-javascript": b"GIF89a/*" + b"a" * 60_000 + b"*/=1;alert(1)",
    "pdf": b"%PDF-1.7\n" + picture_bytes(),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'>" + b" " * 60_000 + b"</svg>",
    "empty": b"",
    "tiny": picture_bytes(size=(60, 60)),
    "oversized": picture_bytes() + bytes(5 * 1024 * 1024),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_upload_leaves_no_row_and_no_file(owner, name):
    before = stored_files()
    with pytest.raises(InvalidInput) as caught:
        store(owner, HOSTILE[name])
    assert [error.field for error in caught.value.errors] == ["file"]
    assert caught.value.errors[0].code.startswith("image_")
    assert stored_files() == before
    with acting_as(owner):
        assert not Material.objects.exists()


def test_picture_is_sealed_and_opens_again(owner, picture):
    material = store(owner, picture)
    with material_storage().raw.open(material.storage_name) as file:
        assert picture[:64] not in file.read()
    assert open_material(actor=owner, material=material, reason="test") == picture
    assert (material.format, material.width, material.height) == ("jpeg", 500, 320)


def test_same_picture_twice_makes_two_materials(owner, picture):
    first, second = store(owner, picture), store(owner, picture)
    assert first.sha256 == second.sha256
    assert first.storage_name != second.storage_name


def test_failing_row_takes_its_file_along(owner, picture, monkeypatch):
    before = stored_files()
    monkeypatch.setattr(materials, "record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store(owner, picture)
    assert stored_files() == before
    with acting_as(owner):
        assert not Material.objects.exists()


def test_picture_that_fills_the_memory_is_refused_in_words(owner, picture, monkeypatch):
    def fill(*_given):
        raise MemoryError

    monkeypatch.setattr(materials, "inspect_picture", fill)
    before = stored_files()
    with pytest.raises(InvalidInput) as caught:
        store(owner, picture)
    (error,) = caught.value.errors
    assert (error.field, error.code) == ("file", "image_too_large")
    assert "内存" in str(error.message)
    assert stored_files() == before


@pytest.fixture
def answer_lost(monkeypatch):
    """The transaction commits, and then something goes wrong all the same."""

    @contextmanager
    def commit_and_fail(actor):
        with acting_as(actor):
            yield
        raise SystemExit

    monkeypatch.setattr(stored, "acting_as", commit_and_fail)


def test_file_stays_where_its_row_may_have_been_committed(owner, picture, answer_lost):
    with pytest.raises(SystemExit):
        store(owner, picture)
    with acting_as(owner):
        material = Material.objects.get()
    assert open_material(actor=owner, material=material, reason="test") == picture


def test_failing_storage_leaves_no_row(owner, picture, monkeypatch):
    monkeypatch.setattr(materials, "save_material", lambda _content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store(owner, picture)
    with acting_as(owner):
        assert not Material.objects.exists()


def test_storage_that_does_not_answer_is_said_and_leaves_no_row(owner, picture, monkeypatch):
    def refuse(_content):
        raise OSError("no space left")

    monkeypatch.setattr(materials, "save_material", refuse)
    with pytest.raises(Unavailable):
        store(owner, picture)
    with acting_as(owner):
        assert not Material.objects.exists()


def test_lost_file_is_said_in_words(owner, picture):
    material = store(owner, picture)
    material_storage().delete(material.storage_name)
    with pytest.raises(Unavailable):
        open_material(actor=owner, material=material, reason="test")


def test_unknown_kind_is_refused(owner, picture):
    with pytest.raises(InvalidInput) as caught:
        store(owner, picture, kind="selfie")
    assert caught.value.errors[0].field == "kind"


def test_every_view_is_logged_with_its_reason(owner, picture):
    material = store(owner, picture)
    open_material(actor=owner, material=material, reason="shown on the page")
    with acting_as(owner):
        entry = LogEntry.objects.get(action="material.viewed")
    assert (entry.object_id, entry.reason) == (material.public_id, "shown on the page")


def test_stranger_finds_nothing(owner, stranger, picture):
    material = store(owner, picture)
    with pytest.raises(NotFound):
        open_material(actor=stranger, material=material, reason="curious")


def test_viewer_may_neither_upload_nor_look(owner, acme, vera, actor_of, picture):
    viewer = actor_of(acme, vera, Role.VIEWER)
    with pytest.raises(NotPermitted):
        store(viewer, picture)
    with pytest.raises(NotPermitted):
        open_material(actor=viewer, material=store(owner, picture), reason="curious")


def test_erased_picture_is_gone(owner, picture):
    material = store(owner, picture)
    with acting_as(owner):
        Material.objects.filter(pk=material.pk).update(state="erased")
    with pytest.raises(NotFound):
        open_material(actor=owner, material=material, reason="test")


def test_reviewer_looks_and_staff_without_the_right_does_not(
    owner, staff_actor, make_staff, picture
):
    material = store(owner, picture)
    assert open_material(actor=staff_actor, material=material, reason="review") == picture
    clerk = make_staff("clerk@registrar.example")
    actor = Actor(kind=ActorKind.STAFF, account_id=None, label="clerk", user_id=clerk.pk)
    with pytest.raises(NotPermitted):
        open_material(actor=actor, material=material, reason="review")
