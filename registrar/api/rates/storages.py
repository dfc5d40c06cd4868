"""Counting in Redis or in this process, by the storages of the library `limits`.

Its strategies ask about one rate at a time, twice each: a call with eight rates would travel to
Redis sixteen times. The same scripts in a pipeline take one journey to look and one to take.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from limits.storage import MemoryStorage, RedisStorage

from .counted import Counted
from .windows import Window


class Storage(Protocol):
    """What is counted where; several rates at once."""

    def look(self, counted: Sequence[Counted]) -> list[Window]:
        """The windows of all, counting nothing."""

    def take(self, counted: Sequence[Counted]) -> list[bool]:
        """Count one call for each; False where that would be one too many."""


class InProcess:
    def __init__(self) -> None:
        self.storage = MemoryStorage()

    def look(self, counted: Sequence[Counted]) -> list[Window]:
        return [
            Window(*self.storage.get_sliding_window(each.key, each.rate.seconds))
            for each in counted
        ]

    def take(self, counted: Sequence[Counted]) -> list[bool]:
        return [
            self.storage.acquire_sliding_window_entry(each.key, each.rate.amount, each.rate.seconds)
            for each in counted
        ]


class InRedis:
    """Raises redis.RedisError when Redis fails or does not answer in time."""

    def __init__(self, url: str, **options: Any) -> None:
        self.storage = RedisStorage(url, key_prefix="zhengming-rates", **options)

    def look(self, counted: Sequence[Counted]) -> list[Window]:
        script = self.storage.lua_sliding_window
        answers = self._run(script, [(each, [each.rate.seconds]) for each in counted])
        return [_window(answer) for answer in answers]

    def take(self, counted: Sequence[Counted]) -> list[bool]:
        script = self.storage.lua_acquire_sliding_window
        asked = [(each, [each.rate.amount, each.rate.seconds, 1]) for each in counted]
        return [bool(answer) for answer in self._run(script, asked)]

    def _run(self, script: Callable[..., Any], asked: list[tuple[Counted, list[int]]]) -> list[Any]:
        redis: Any = self.storage.get_connection()
        with redis.pipeline(transaction=False) as pipe:
            for each, arguments in asked:
                # In braces, as the library has them: both lie on the same node of a cluster.
                current = self.storage.prefixed_key(f"{{{each.key}}}")
                script([f"{current}/-1", current], arguments, client=pipe)
            answers: list[Any] = pipe.execute()
        return answers


def _window(answer: list[Any]) -> Window:
    before, before_ms, current, current_ms = answer
    return Window(
        before=int(before or 0),
        before_over_in=max(0, int(before_ms or 0)) / 1000,
        current=int(current or 0),
        current_over_in=max(0, int(current_ms or 0)) / 1000,
    )
