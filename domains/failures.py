"""Why an operation failed, explained by whoever knows the registry's messages.

The verification app registers its catalogue; without it the raw messages stand alone.
"""

from collections.abc import Callable, Sequence
from typing import Any

from domains.models import Operation
from domains.states import OperationState

# Raw messages in, reasons out, in the shape of the API: [{code, title, next, causes}].
FailureExplainer = Callable[[Sequence[str]], list[dict[str, Any]]]

# Is told the raw messages of an operation that fails, in its transaction.
FailureListener = Callable[[Sequence[str]], object]

_explainers: list[FailureExplainer] = []
_listeners: list[FailureListener] = []


def register_failure_explainer(function: FailureExplainer) -> None:
    """Add an explainer, from AppConfig.ready(); registering the same one again is harmless."""
    if function not in _explainers:
        _explainers.append(function)


def register_failure_listener(function: FailureListener) -> None:
    """Add a listener, from AppConfig.ready(); registering the same one again is harmless."""
    if function not in _listeners:
        _listeners.append(function)


def tell_listeners(raw_messages: Sequence[str]) -> None:
    """Hand the messages of an operation that has just failed to whoever listens."""
    for listen in _listeners:
        listen(raw_messages)


def failure_of(operation: Operation) -> dict[str, Any] | None:
    """{stage, raw_messages, reasons} of a failed operation, None for any other."""
    if operation.state != OperationState.FAILED:
        return None
    messages = list(operation.raw_messages)
    reasons = [reason for explain in _explainers for reason in explain(messages)]
    return {"stage": "registry", "raw_messages": messages, "reasons": reasons}
