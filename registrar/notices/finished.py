"""The one shape in which members are told that work of many parts is through: plans, files,
batches."""

from collections.abc import Collection
from dataclasses import dataclass

from registrar.accounts.permissions import Permission

from .kinds import NoticeKind, Topic, Words
from .services import notify


@dataclass(frozen=True, slots=True)
class FinishedWork:
    """`name` is that of the work (`plan`). Words hold `%(done)d`, and where something was refused
    `%(refused)d` too."""

    name: str
    permission: Permission
    title: Words
    text: Words
    title_with_refusals: Words
    text_with_refusals: Words

    @property
    def kinds(self) -> tuple[NoticeKind, NoticeKind]:
        """For `register_kinds`."""
        return (
            self._kind("finished", self.title, self.text, "ok"),
            self._kind(
                "finished_with_refusals", self.title_with_refusals, self.text_with_refusals, "warn"
            ),
        )

    def tell(
        self,
        *,
        account_id: int,
        done: int,
        refused: int,
        url: str,
        key: str,
        to_user_ids: Collection[int] | None,
    ) -> None:
        """As `notify` does."""
        clean, with_refusals = self.kinds
        notify(
            account_id=account_id,
            kind=with_refusals.key if refused else clean.key,
            params={"done": done, "refused": refused} if refused else {"done": done},
            url=url,
            key=key,
            to_user_ids=to_user_ids,
        )

    def _kind(self, event: str, title: Words, text: Words, tone: str) -> NoticeKind:
        return NoticeKind(
            key=f"{self.name}.{event}",
            topic=Topic.PLANS,
            title=title,
            text=text,
            tone=tone,
            permission=self.permission,
        )
