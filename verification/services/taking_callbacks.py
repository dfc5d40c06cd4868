"""A verified callback: which submission it is about, and in whose account that is."""

import uuid

from registrar.errors import NotFound
from registrar.tenancy.actor import system_actor, system_staff_actor
from registrar.tenancy.context import acting_as
from verification.authorities.http.messages import Answer
from verification.models import AdapterKind, Authority, Submission
from verification.states import AnswerEffect, AnswerVia

from .answers import Said, record_answer


def find_caller(code: str) -> Authority | None:
    """The authority that may call back under this code; outside of the fence."""
    with acting_as(system_staff_actor()):
        return Authority.objects.filter(code=code, adapter=AdapterKind.HTTP).first()


def take_callback(*, authority: Authority, answer: Answer) -> AnswerEffect:
    """Carry out what a verified callback says; outside of the fence. May come any number of times.

    NotFound for a case that we don't know or that is another authority's: both look the same, so
    that no authority can ask about the cases of others.
    """
    submission_id, account_id = _whose(answer.transaction_id)
    actor = system_actor(account_id)
    with acting_as(actor):
        return record_answer(
            actor=actor,
            submission_id=submission_id,
            said=Said(
                authority_id=authority.pk,
                via=AnswerVia.CALLBACK,
                standing=answer.standing,
                raw_messages=answer.raw_messages,
                message_id=answer.message_id,
                decided_at=answer.decided_at,
            ),
        )


def _whose(transaction_id: uuid.UUID) -> tuple[int, int]:
    with acting_as(system_staff_actor()):
        rows = Submission.objects.filter(transaction_id=transaction_id)
        found = rows.values_list("pk", "account_id").first()
    if found is None:
        raise NotFound
    return found
