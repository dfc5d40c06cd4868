"""What it gets wrong on request, so often and no more."""

import threading
from dataclasses import dataclass

# Of its HTTP answers; `submit`, `ask`, `picture` and `status` say where, "" anywhere.
ON_ANSWERS = ("no_answer", "lost_answer", "slow", "error_500", "wrong_signature", "garbage")
ON_CALLBACKS = ("double", "out_of_order", "wrong_signature", "garbage")
PLACES = ("", "submit", "ask", "picture", "status", "callback")


@dataclass(slots=True)
class _Fault:
    kind: str
    times: int
    on: str


class Faults:
    """Safe for several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Fault] = []

    def inject(self, kind: object, times: object = 1, on: object = "") -> bool:
        """False where there is no such fault."""
        known = kind in ON_ANSWERS or kind in ON_CALLBACKS
        if not (known and on in PLACES and isinstance(times, int) and times > 0):
            return False
        with self._lock:
            self._waiting.append(_Fault(str(kind), times, str(on)))
        return True

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def strikes(self, kind: str, place: str) -> bool:
        """Whether it shows here and now; uses one of its times up."""
        with self._lock:
            for fault in self._waiting:
                if fault.kind == kind and fault.on in ("", place):
                    fault.times -= 1
                    if not fault.times:
                        self._waiting.remove(fault)
                    return True
        return False
