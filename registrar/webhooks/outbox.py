"""Sending several letters side by side, outside of any transaction."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

from .sending import LONGEST, Answer, Letter, post
from .troubles import Trouble

# Name services keep their own time; whoever is not done then is not waited for.
_GRACE = 2


def send_all(letters: Sequence[Letter]) -> list[Answer]:
    """The answers in the order of the letters, after LONGEST + 2 seconds at most."""
    threads = ThreadPoolExecutor(max_workers=max(len(letters), 1), thread_name_prefix="webhook")
    calls = [threads.submit(post, letter) for letter in letters]
    wait(calls, timeout=LONGEST + _GRACE)
    # A thread that hangs in a name service ends by itself, and finds no time left to connect.
    threads.shutdown(wait=False, cancel_futures=True)
    return [_result(call) for call in calls]


def _result(call: "Future[Answer]") -> Answer:
    if not call.done() or call.cancelled():
        return Answer(Trouble.TIMEOUT, milliseconds=(LONGEST + _GRACE) * 1000)
    return call.result()
