"""What the catalogue doesn't know is queued with the failure, and no customer reads the queue."""

import threading

import pytest
from django.db import ProgrammingError, connection, transaction

from domains.models import Operation
from domains.services.endings import fail_operation
from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import NobodyAsking, acting_as, for_the_registrar
from tests import world
from tests.verification.messages.conftest import NEW
from verification.failures import failure_of
from verification.messages.keys import KEY_LENGTH, key_of
from verification.messages.models import UnknownMessage
from verification.messages.queueing import note_unknown

KNOWN = "证件已过期，请提交有效的证件图片"


def test_unknown_message_is_queued_and_kept_with_the_submission(acme, fail, queued, fresh):
    row = fresh(fail(acme, NEW))
    message = queued()
    assert (message.state, message.count, message.source) == ("open", 1, "submission")
    assert message.first_seen == message.last_seen
    assert (row.reason_codes, row.unknown_messages) == ([], [NEW])
    assert row.queued_keys == [message.key]


def test_known_messages_are_not_queued(acme, fail, fresh, as_staff):
    row = fresh(fail(acme, KNOWN, "注册人资料模糊"))
    assert row.reason_codes == ["document_expired", "materials_unclear"]
    assert (row.unknown_messages, row.queued_keys) == ([], [])
    with as_staff():
        assert not UnknownMessage.objects.exists()


def test_partly_understood_message_is_queued_but_not_unknown(acme, fail, queued, fresh):
    text = f"1. {KNOWN}；2. {NEW}"
    row = fresh(fail(acme, text))
    assert (row.reason_codes, row.unknown_messages) == (["document_expired"], [])
    assert row.queued_keys == [queued(text).key]


def test_same_message_in_other_dress_and_account_is_counted_up(acme, globex, fail, queued):
    fail(acme, NEW)
    fail(globex, f"审核失败：{NEW}！")
    fail(globex, f"{NEW}，请修改后重新提交。", NEW)
    assert queued().count == 3


def test_customer_reads_it_word_for_word_with_general_guidance(acme, fail, inside):
    row = fail(acme, NEW)
    with inside(acme):
        failure = failure_of(row, "en")
    assert failure["unknown"] == [NEW]
    assert failure["guidance"]


def test_failed_operation_queues_the_registrys_words(acme, inside, queued):
    with inside(acme):
        domain = world.domain_of(acme, "a.com", registrant_change="in_review")
        operation = Operation.objects.create(
            account=acme, kind="change_registrant", domain=domain, state="in_review"
        )
        fail_operation(
            actor=system_actor(acme.pk), operation=operation, domain=domain, raw_messages=[NEW]
        )
    assert queued().source == "operation"


def test_no_customer_reads_or_writes_the_queue(acme, fail, inside):
    fail(acme, NEW)
    with inside(acme):
        assert not UnknownMessage.objects.exists()
        assert UnknownMessage.objects.update(count=9) == 0
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note_as_customer()


def note_as_customer():
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO verification_unknownmessage (key, text, source, count, first_seen,"
            " last_seen, state, codes, reclassified_up_to)"
            " VALUES ('k', 't', 'submission', 1, now(), now(), 'open', '{}', 0)"
        )


def test_the_registrars_moment_ends_and_leaves_the_account(acme, globex, fail, inside):
    fail(globex, NEW)
    with inside(acme):
        with for_the_registrar():
            assert UnknownMessage.objects.count() == 1
        assert not UnknownMessage.objects.exists()
        with pytest.raises(ZeroDivisionError), for_the_registrar():
            _ = 1 / 0
        assert not UnknownMessage.objects.exists()
    with pytest.raises(NobodyAsking), for_the_registrar():
        pass


def test_the_registrars_moment_ends_with_a_broken_savepoint(acme, fail, inside):
    fail(acme, NEW)
    with inside(acme):
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            for_the_registrar(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT nonsense")
        assert not UnknownMessage.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "？",
        "审核失败",
        "审核失败，请修改后重新提交",
        "﷽" * 400,
        "新" * 4000,
        "\ud800",
        "  \n新说法 ",
    ],
)
def test_key_is_never_empty_and_fits(text):
    key = key_of(text)
    assert 0 < len(key) <= KEY_LENGTH
    assert key == key_of(text)


@pytest.mark.django_db(transaction=True)
def test_two_failures_at_once_are_counted_twice(acme):
    start, broken = threading.Barrier(2), []

    def note(*texts):
        try:
            start.wait(10)
            with acting_as(system_actor(acme.pk)):
                note_unknown(texts, "submission")
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=note, args=(NEW, "新的说法一二三")),
        threading.Thread(target=note, args=("新的说法一二三", NEW)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert broken == []
    with acting_as(system_actor(acme.pk)), for_the_registrar():
        assert list(UnknownMessage.objects.values_list("count", flat=True)) == [2, 2]
