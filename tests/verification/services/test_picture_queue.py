"""Accounts take turns at the readers of pictures."""

import pytest
from django.utils import timezone

from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from tests import world
from verification import picture_tasks
from verification.materials_rules import get_profile
from verification.models import MaterialReading, Rendition
from verification.picture_tasks import sweep_pictures, work_on_picture
from verification.reading.model import PictureReading
from verification.services import picture_queue
from verification.services.picture_queue import account_in_turn, count_due
from verification.services.reading import want_readings
from verification.services.reading_rows import take_reading
from verification.services.rendering import want_renditions

pytestmark = pytest.mark.django_db
READING = PictureReading(format="jpeg", bytes=60_000, width=500, height=320)


@pytest.fixture(autouse=True)
def reader(settings, monkeypatch):
    settings.READ_PICTURES = True
    monkeypatch.setattr(picture_tasks, "read_material", lambda _name: b"")
    monkeypatch.setattr(picture_tasks, "read_picture", lambda _content: READING)


@pytest.fixture
def bulk(acme, inside):
    """`bulk(5)`: so many pictures of acme, wanted at once."""

    def upload(count, account=acme):
        with inside(account):
            materials = [world.material_of(account) for _picture in range(count)]
            want_readings(materials)
            return materials

    return upload


def read(account):
    with acting_as(system_actor(account.pk)):
        return MaterialReading.objects.filter(state="read").count()


def test_many_pictures_of_one_account_delay_another_by_one_at_most(bulk, acme, globex):
    bulk(5)
    work_on_picture.run()
    bulk(2, globex)
    done = []
    for _turn in range(5):
        work_on_picture.run()
        done.append((read(acme), read(globex)))
    assert done == [(1, 1), (2, 1), (2, 2), (3, 2), (4, 2)]


def test_within_an_account_what_has_waited_longest_comes_first(bulk, inside, acme):
    first, second = bulk(1), bulk(1)
    with inside(acme) as actor:
        taken = [take_reading(actor=actor).storage_name for _turn in range(2)]
    assert taken == [first[0].storage_name, second[0].storage_name]


def test_making_pictures_is_a_turn_too(bulk, acme, globex, inside, monkeypatch):
    """An account whose pictures are being converted doesn't get a turn for each kind of work."""
    monkeypatch.setattr(picture_tasks, "mend", lambda *_given, **_named: "image_too_large")
    materials = bulk(1)
    work_on_picture.run()
    with inside(acme):
        type(materials[0]).objects.update(format="png")
        materials[0].refresh_from_db()
        want_renditions(materials, get_profile("aliyun"))
    bulk(1, globex)
    work_on_picture.run()
    assert read(globex) == 1
    with inside(acme):
        assert Rendition.objects.get().state == "waiting"
    work_on_picture.run()
    with inside(acme):
        assert Rendition.objects.get().state == "impossible"


def test_row_that_another_worker_has_just_taken_costs_no_turn(bulk, acme, globex, monkeypatch):
    bulk(1, globex)
    turns = iter([acme.pk, globex.pk])
    monkeypatch.setattr(picture_tasks, "account_in_turn", lambda: next(turns))
    work_on_picture.run()
    assert read(globex) == 1


def test_row_that_is_given_up_costs_no_turn(bulk, acme, inside):
    bulk(2)
    with inside(acme):
        worn_out = MaterialReading.objects.order_by("pk").first()
        MaterialReading.objects.filter(pk=worn_out.pk).update(attempts=picture_queue.MAX_ATTEMPTS)
    work_on_picture.run()
    assert read(acme) == 1
    with inside(acme):
        assert MaterialReading.objects.get(pk=worn_out.pk).state == "given_up"


def break_profile(rows):
    rows.update(profile="no longer shipped")


def break_reading(_rows):
    MaterialReading.objects.update(result='{"of":"another version"}')


@pytest.mark.parametrize("break_it", [break_profile, break_reading])
def test_row_that_is_not_understood_takes_its_turn_and_no_more(
    bulk, acme, globex, inside, break_it
):
    (material,) = bulk(1)
    work_on_picture.run()
    with inside(acme):
        type(material).objects.update(format="png")
        material.refresh_from_db()
        want_renditions([material], get_profile("aliyun"))
        break_it(Rendition.objects.all())
    bulk(1, globex)
    for _turn in range(picture_queue.MAX_ATTEMPTS + 2):
        work_on_picture.run()
        with inside(acme):
            Rendition.objects.filter(state="waiting").update(due_at=timezone.now())
    assert read(globex) == 1
    with inside(acme):
        assert Rendition.objects.get().state == "impossible"


def test_sweep_wakes_as_often_as_something_waits(bulk, globex, acme, monkeypatch):
    bulk(3)
    bulk(1, globex)
    sent = []
    monkeypatch.setattr(work_on_picture, "apply_async", lambda **given: sent.append(given))
    sweep_pictures.run()
    assert len(sent) == 4
    monkeypatch.setattr(picture_tasks, "_SWEEP_LIMIT", 2)
    sweep_pictures.run()
    assert len(sent) == 6


@pytest.mark.parametrize("count", [1, 20])
def test_the_next_is_found_in_as_many_queries_however_many_wait(
    bulk, globex, as_staff, acme, inside, count, django_assert_num_queries
):
    bulk(count)
    bulk(count, globex)
    with as_staff():
        with django_assert_num_queries(1):
            assert account_in_turn() is not None
        with django_assert_num_queries(2):
            assert count_due(limit=200) == count * 2
    with inside(acme) as actor, django_assert_num_queries(2):
        assert take_reading(actor=actor) is not None
