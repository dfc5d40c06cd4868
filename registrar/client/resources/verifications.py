"""/verifications: handing in, following, and going on after a failure."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, Unpack, cast

from registrar.client.how import How
from registrar.client.shapes.common import Page
from registrar.client.shapes.failures import Failure
from registrar.client.shapes.verifications import MoreReply, Verification, Waiting

from .base import Resource, given, part

ENDED = frozenset({"passed", "failed", "withdrawn"})


class VerificationFilter(TypedDict, total=False):
    state: str | None
    domain: str | None
    template: str | None
    limit: int | None


class Verifications(Resource):
    def list(self, **wanted: Unpack[VerificationFilter]) -> Iterator[Verification]:
        """Newest first; no cause is checked in lists."""
        return self._every("/verifications", wanted)

    def page(
        self, cursor: str | None = None, **wanted: Unpack[VerificationFilter]
    ) -> Page[Verification]:
        page = self._page("/verifications", {**wanted, "cursor": cursor})
        return cast(Page[Verification], page)

    def get(self, verification_id: str) -> Verification:
        return cast(Verification, self._get(_place(verification_id)))

    def submit(
        self,
        *,
        materials: Sequence[str],
        template: str | None = None,
        domain: str | None = None,
        document_type: str | None = None,
        document_number: str | None = None,
        confirmed_warnings: Sequence[str] = (),
        warnings_seen: str | None = None,
        **how: Unpack[How],
    ) -> Verification:
        """Exactly one of `template` and `domain`; for a template the document is its own.

        Conflict `pictures_pending` while a picture is being read: send it again after
        `retry_after`. Warnings are refused until their codes are in `confirmed_warnings`.
        """
        body = given(
            materials=list(materials),
            template=template,
            domain=domain,
            document_type=document_type,
            document_number=document_number,
            confirmed_warnings=list(confirmed_warnings) or None,
            warnings_seen=warnings_seen,
        )
        return cast(Verification, self._post("/verifications", body, how))

    def withdraw(self, verification_id: str, **how: Unpack[How]) -> Verification:
        """Possible until the authority has it."""
        return cast(Verification, self._post(_place(verification_id, "withdraw"), None, how))

    def resubmit(
        self, verification_id: str, *, anyway: bool = False, **how: Unpack[How]
    ) -> Verification:
        """The same again; `anyway` before the first safe day, which is in `blocked_until`."""
        body = {"anyway": True} if anyway else {}
        return cast(Verification, self._post(_place(verification_id, "resubmit"), body, how))

    def answer(self, verification_id: str, code: str, value: str, **how: Unpack[How]) -> Failure:
        """To a cause's question: yes, no, a day, `none`, or "" to take the answer back."""
        body = {"code": code, "value": value}
        return cast(Failure, self._post(_place(verification_id, "answers"), body, how))

    def bring_more(
        self, verification_id: str, replies: Sequence[MoreReply], **how: Unpack[How]
    ) -> Verification:
        """Every item that the reviewer asked for, in one call."""
        body = {"answers": list(replies)}
        return cast(Verification, self._post(_place(verification_id, "more"), body, how))

    def reminder(self, verification_id: str) -> Waiting:
        return cast(Waiting, self._get(_place(verification_id, "reminder")))

    def remind(
        self, verification_id: str, *, issued_on: str | None = None, **how: Unpack[How]
    ) -> Waiting:
        """Count the first safe day from the day of issue, else from the submission's."""
        body = given(issued_on=issued_on)
        return cast(Waiting, self._post(_place(verification_id, "reminder"), body, how))

    def forget_reminder(self, verification_id: str, **how: Unpack[How]) -> None:
        self._delete(_place(verification_id, "reminder"), how)


def _place(verification_id: str, what: str = "") -> str:
    return f"/verifications/{part(verification_id)}{'/' + what if what else ''}"
