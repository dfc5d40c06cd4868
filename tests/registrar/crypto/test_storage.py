import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, storages
from django.test import override_settings

from registrar.crypto import DecryptionError, key_id_of
from registrar.crypto.storage import EncryptedStorage

from .rings import setting

MEMORY = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
STORAGES = {
    "default": MEMORY,
    "staticfiles": MEMORY,
    "materials_raw": MEMORY,
    "materials": {"BACKEND": "registrar.crypto.storage.EncryptedStorage"},
}
PICTURE = b"\xff\xd8\xff" + bytes(range(256)) * 20


@pytest.fixture(autouse=True)
def _settings():
    with override_settings(STORAGES=STORAGES, FIELD_KEYRING=setting("k1", k1="a")):
        yield


@pytest.fixture
def sealed():
    return storages["materials"]


@pytest.fixture
def raw():
    return storages["materials_raw"]


def save(storage, name="2026/a.jpg", content=PICTURE):
    return storage.save(name, ContentFile(content))


def read(storage, name):
    with storage.open(name) as file:
        return file.read()


def test_storage_gives_back_what_was_saved(sealed):
    name = save(sealed)
    assert read(sealed, name) == PICTURE
    assert sealed.size(name) == len(PICTURE)


def test_storage_keeps_ciphertext_only(sealed, raw):
    stored = read(raw, save(sealed))
    assert PICTURE[:64] not in stored
    assert key_id_of(stored) == "k1"


def test_storage_saves_a_file_that_was_read_before(sealed):
    content = ContentFile(PICTURE)
    content.read()
    assert read(sealed, sealed.save("a.jpg", content)) == PICTURE


def test_storage_keeps_an_empty_file_apart_from_a_broken_one(sealed):
    name = save(sealed, content=b"")
    assert read(sealed, name) == b""
    assert sealed.size(name) == 0


def test_storage_gives_a_second_file_of_the_same_name_its_own(sealed):
    first, second = save(sealed, content=b"one"), save(sealed, content=b"two")
    assert first != second
    assert (read(sealed, first), read(sealed, second)) == (b"one", b"two")


def test_storage_binds_a_file_to_the_name_it_got_when_another_took_its_own(monkeypatch):
    storage, taken = EncryptedStorage(), []
    really_save = InMemoryStorage.save

    def save_after_a_rival(self, name, content, max_length=None):
        if not taken:
            taken.append(name)
            really_save(self, name, ContentFile(b"rival"))
        return really_save(self, name, content, max_length)

    monkeypatch.setattr(InMemoryStorage, "save", save_after_a_rival)
    name = save(storage)
    assert name != taken[0]
    assert read(storage, name) == PICTURE
    assert sorted(storage.listdir("2026")[1]) == sorted(
        path.removeprefix("2026/") for path in (name, taken[0])
    )


def test_storage_file_moved_to_another_name_does_not_open(sealed, raw):
    content = read(raw, save(sealed))
    raw.save("2026/b.jpg", ContentFile(content))
    with pytest.raises(DecryptionError):
        sealed.open("2026/b.jpg")


def test_storage_file_changed_behind_its_back_does_not_open(sealed, raw):
    name = save(sealed)
    content = bytearray(read(raw, name))
    content[-1] ^= 1
    raw.delete(name)
    raw.save(name, ContentFile(bytes(content)))
    with pytest.raises(DecryptionError):
        sealed.open(name)


def test_storage_opens_files_of_old_keys_and_refuses_unknown_ones(sealed):
    name = save(sealed)
    with override_settings(FIELD_KEYRING=setting("k2", k1="a", k2="b")):
        assert read(sealed, name) == PICTURE
    with override_settings(FIELD_KEYRING=setting("k2", k2="b")), pytest.raises(DecryptionError):
        sealed.open(name)


def test_storage_deletes_and_lists_like_the_one_it_wraps(sealed, raw):
    name = save(sealed)
    assert sealed.listdir("2026") == ([], ["a.jpg"])
    assert sealed.get_modified_time(name) == raw.get_modified_time(name)
    assert sealed.get_created_time(name) == raw.get_created_time(name)
    sealed.delete(name)
    assert not sealed.exists(name)


def test_storage_hands_out_no_address_and_no_path(sealed):
    name = save(sealed)
    with pytest.raises(NotImplementedError):
        sealed.url(name)
    with pytest.raises(NotImplementedError):
        sealed.path(name)


def test_storage_opens_for_reading_only(sealed):
    with pytest.raises(ValueError, match="reading"):
        sealed.open(save(sealed), "wb")
