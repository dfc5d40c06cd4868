"""What staff map is known everywhere, before and after."""

from dataclasses import replace

import pytest
from django.core.management import call_command
from django.utils import timezone

from domains.models import Domain
from registrar.errors import InvalidInput, NotFound, NotPermitted, StateConflict
from registrar.oplog.models import LogEntry
from registrar.tenancy.context import acting_as
from tests import world
from tests.verification.messages.conftest import NEW
from verification.catalogue.classify import Match
from verification.failures import explain_messages, failure_of
from verification.messages import mappings, tasks
from verification.messages.keys import key_of
from verification.messages.mappings import classify_all, classify_known, mapped_codes
from verification.messages.models import UnknownMessage
from verification.messages.services import dismiss_message, map_message
from verification.models import Reminder, Submission
from verification.reason_pages import look_up

CODES = ["materials_rejected", "document_expired"]


def test_mapping_writes_who_when_and_what(acme, fail, queued, do, rita):
    fail(acme, NEW)
    do(map_message, queued(), codes=[*CODES, CODES[0]])
    row = queued()
    assert (row.state, row.codes, row.decided_by) == ("mapped", CODES, rita)
    assert row.decided_at is not None
    assert row.reclassify_due is not None


def test_mapping_explains_what_came_before_in_every_account_and_logs_it(
    acme, globex, fail, queued, fresh, do, inside
):
    rows = [fail(acme, NEW), fail(globex, f"审核失败：{NEW}"), fail(acme, "另一种新说法")]
    do(map_message, queued(), codes=CODES)
    tasks.reclassify_message.run(queued().pk)
    assert [fresh(row).reason_codes for row in rows] == [CODES, CODES, []]
    assert [fresh(row).unknown_messages for row in rows] == [[], [], ["另一种新说法"]]
    assert queued().reclassify_due is None
    for account, row in zip((acme, globex), rows, strict=False):
        with inside(account):
            entry = LogEntry.objects.get(action="submission.reclassified")
            assert entry.object_id == row.public_id
            assert entry.before == {"reasons": [], "unknown_messages": row.raw_messages}
            assert entry.after == {"reasons": CODES, "unknown_messages": []}


def test_failure_that_turns_out_to_wait_gets_its_reminder(acme, fail, queued, do, inside):
    waits, moved_on = fail(acme, NEW), fail(acme, NEW)
    with inside(acme):
        Domain.objects.filter(pk=moved_on.domain_id).update(real_name="verified")
    do(map_message, queued(), codes=["document_newly_issued"])
    tasks.reclassify_message.run(queued().pk)
    with inside(acme):
        assert Reminder.objects.get().submission_id == waits.pk


def test_reclassifying_twice_changes_and_logs_nothing_more(
    acme, fail, queued, do, inside, as_staff
):
    fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    tasks.reclassify_message.run(queued().pk)
    with as_staff():
        UnknownMessage.objects.update(reclassify_due=timezone.now(), reclassified_up_to=0)
    tasks.reclassify_message.run(queued().pk)
    with inside(acme):
        assert LogEntry.objects.filter(action="submission.reclassified").count() == 1


def test_customer_reads_the_reasons_after_the_mapping(acme, fail, queued, do, inside):
    row = fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    tasks.reclassify_message.run(queued().pk)
    with inside(acme):
        failure = failure_of(Submission.objects.get(pk=row.pk), "zh-hans")
    assert [reason["code"] for reason in failure["reasons"]] == CODES
    assert (failure["unknown"], failure["guidance"]) == ([], [])


def test_later_failures_are_explained_at_once(acme, fail, queued, fresh, do):
    fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    row = fresh(fail(acme, f"很抱歉，{NEW}。"))
    assert (row.reason_codes, row.unknown_messages) == (CODES, [])
    assert queued().count == 2


def test_mapping_can_be_corrected_and_taken_back(acme, fail, queued, fresh, do):
    row = fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    tasks.reclassify_message.run(queued().pk)
    do(map_message, queued(), codes=["number_mismatch"])
    tasks.reclassify_message.run(queued().pk)
    assert fresh(row).reason_codes == ["number_mismatch"]
    do(dismiss_message, queued())
    tasks.reclassify_message.run(queued().pk)
    assert (fresh(row).reason_codes, fresh(row).unknown_messages) == ([], [NEW])
    assert (queued().state, queued().codes) == ("dismissed", [])


def test_mapping_of_a_partly_understood_message_says_all_that_it_means(
    acme, fail, queued, fresh, do
):
    text = f"证件已过期；{NEW}"
    row = fail(acme, text)
    do(map_message, queued(text), codes=["document_expired", "materials_rejected"])
    tasks.reclassify_message.run(queued(text).pk)
    assert fresh(row).reason_codes == ["document_expired", "materials_rejected"]


def test_reviewers_reasons_are_left_alone(acme, fail, queued, fresh, do, inside):
    row = fail(acme, NEW)
    with inside(acme):
        Submission.objects.filter(pk=row.pk).update(stage="reviewer", reason_codes=["mine"])
    do(map_message, queued(), codes=CODES)
    tasks.reclassify_message.run(queued().pk)
    assert fresh(row).reason_codes == ["mine"]


def test_dismissed_message_stays_unknown_and_is_not_opened_again(acme, fail, queued, fresh, do):
    fail(acme, NEW)
    do(dismiss_message, queued())
    row = fresh(fail(acme, NEW))
    assert row.unknown_messages == [NEW]
    assert (queued().state, queued().count) == ("dismissed", 2)
    with pytest.raises(StateConflict):
        do(dismiss_message, queued())


@pytest.mark.parametrize("codes", [[], ["nonsense"], ["document_expired", "nonsense"]])
def test_only_reasons_of_the_catalogue_can_be_chosen(codes, acme, fail, queued, do):
    fail(acme, NEW)
    with pytest.raises(InvalidInput):
        do(map_message, queued(), codes=codes)
    assert queued().state == "open"


def test_who_may_not_map_is_refused(acme, fail, queued, staff_actor, stan, owner_of_acme):
    fail(acme, NEW)
    pk = queued().pk
    for actor in (replace(staff_actor, user_id=stan.pk), owner_of_acme):
        with acting_as(actor):
            with pytest.raises(NotPermitted):
                map_message(actor=actor, message_id=pk, codes=CODES)
            with pytest.raises(NotPermitted):
                dismiss_message(actor=actor, message_id=pk)


@pytest.fixture
def owner_of_acme(acme, alice, actor_of):
    return actor_of(acme, alice)


def test_message_that_is_not_there_is_not_found(acme, fail, queued, do):
    fail(acme, NEW)
    message = queued()
    message.pk += 1000
    with pytest.raises(NotFound):
        do(map_message, message, codes=CODES)


def test_batches_go_on_until_all_are_done(acme, fail, queued, fresh, do, monkeypatch):
    monkeypatch.setattr(tasks, "_BATCH", 2)
    hurried = []
    monkeypatch.setattr(tasks, "hurry", lambda task, *ids: hurried.append(ids))
    rows = [fail(acme, NEW) for _ in range(5)]
    do(map_message, queued(), codes=CODES)
    pk = queued().pk
    for expected in (2, 4, 5):
        tasks.reclassify_message.run(pk)
        assert sum(fresh(row).reason_codes == CODES for row in rows) == expected
    assert hurried == [(pk,), (pk,)]
    assert queued().reclassify_due is None


def test_killed_worker_leaves_it_due_to_the_sweep(
    acme, fail, queued, fresh, do, monkeypatch, time_machine
):
    time_machine.move_to("2026-06-01T10:00:00+08:00", tick=False)
    row = fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    with monkeypatch.context() as patched:
        patched.setattr(tasks, "_explain_anew", lambda batch: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            tasks.reclassify_message.run(queued().pk)
    found = []
    monkeypatch.setattr(tasks, "hurry", lambda task, *ids: found.append((task, ids)))
    tasks.sweep_reclassifications.run()
    assert found == []
    time_machine.move_to("2026-06-01T10:05:00+08:00", tick=False)
    tasks.sweep_reclassifications.run()
    [(task, ids)] = found
    task.run(*ids)
    assert fresh(row).reason_codes == CODES


def test_correction_meanwhile_begins_its_own_round(acme, fail, queued, fresh, do, monkeypatch):
    row = fail(acme, NEW)
    do(map_message, queued(), codes=CODES)
    explain = tasks._explain_anew

    def slow(batch):
        explain(batch)
        do(map_message, queued(), codes=["number_mismatch"])

    with monkeypatch.context() as patched:
        patched.setattr(tasks, "_explain_anew", slow)
        tasks.reclassify_message.run(queued().pk)
    assert queued().reclassify_due is not None
    tasks.reclassify_message.run(queued().pk)
    assert fresh(row).reason_codes == ["number_mismatch"]
    assert queued().reclassify_due is None


def test_classify_known_asks_the_catalogue_first_and_then_the_mappings(
    acme, fail, queued, do, inside, django_assert_num_queries
):
    fail(acme, NEW)
    do(map_message, queued(), codes=["document_expired"])
    with inside(acme):
        mappings.forget()
        with django_assert_num_queries(0):
            assert classify_known("证件已过期").reasons[0].code == "document_expired"
        with django_assert_num_queries(3):  # the role, the rows, the role again
            found = classify_all([f"实名认证失败：{NEW}", "又一种说法", NEW])
        assert found[0].reasons == (Match("document_expired", 1.0),)
        assert [row.unknown for row in found] == [False, True, False]
        with django_assert_num_queries(0):
            assert not classify_known(NEW).unknown


def test_mapping_is_known_to_other_processes_soon(acme, fail, queued, do, inside, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(mappings.time, "monotonic", lambda: now[0])
    fail(acme, NEW)
    with inside(acme):
        assert classify_known(NEW).unknown
    do(map_message, queued(), codes=CODES)
    now[0] += mappings.FRESH_FOR
    with inside(acme):
        assert mapped_codes() == {key_of(NEW): tuple(CODES)}
        assert not classify_known(NEW).unknown


def test_domain_operations_are_explained_through_the_mappings(acme, fail, queued, do, inside):
    fail(acme, NEW)
    do(map_message, queued(), codes=["subject_restricted"])
    mappings.forget()
    with inside(acme):
        assert [r["code"] for r in explain_messages([NEW], "en")] == ["subject_restricted"]


def test_mapped_reason_that_left_the_catalogue_is_passed_over(acme, fail, as_staff, inside):
    fail(acme, NEW)
    with as_staff():
        row = UnknownMessage.objects.get()
        row.map()
        row.codes = ["retired"]
        row.save()
    with inside(acme):
        assert classify_known(NEW).unknown


def test_command_explains_old_failures_by_a_better_catalogue(acme, inside, fresh, capsys):
    with inside(acme):
        row = world.submission_of(
            acme,
            domain=world.domain_of(acme, "old.com", real_name="failed"),
            state="failed",
            stage="authority",
            raw_messages=["证件已过期", NEW],
            reason_codes=[],
            unknown_messages=[],
        )
    call_command("reclassify_failures")
    assert fresh(row).reason_codes == ["document_expired"]
    assert fresh(row).unknown_messages == [NEW]
    assert "1 failures looked at, 1 explained anew" in capsys.readouterr().out
    call_command("reclassify_failures")
    assert "1 failures looked at, 0 explained anew" in capsys.readouterr().out


def test_pasted_message_is_looked_up_in_the_mappings(acme, fail, queued, do, inside):
    fail(acme, NEW)
    do(map_message, queued(), codes=["document_expired"])
    mappings.forget()
    with inside(acme):
        assert [row.code for row in look_up(NEW, "en").meant] == ["document_expired"]


def test_api_knows_the_mapping(acme, alice, fail, queued, do, make_key, client):
    fail(acme, NEW)
    do(map_message, queued(), codes=["document_expired"])
    mappings.forget()
    answer = client.post(
        "/api/v1/failure-reasons/classify",
        {"message": NEW, "authority": "tencent"},
        content_type="application/json",
        headers=make_key(acme, "verifications:read"),
    )
    assert answer.json() == {
        "reasons": [{"code": "document_expired", "confidence": 1.0}],
        "unknown": False,
        "leftover": [],
    }
