"""Reading what a registry answered: whatever it sends, an Outcome or RegistryUnavailable."""

from .port import Outcome, OutcomeState, RegistryUnavailable

MAX_MESSAGE = 500
MAX_MESSAGES = 20


def read_outcome(answer: object) -> Outcome:
    """A clean Outcome: a known state, printable messages without repetitions.

    RegistryUnavailable when the answer makes no sense: then it says nothing about the request.
    """
    if not isinstance(answer, Outcome):
        raise RegistryUnavailable("not an outcome")
    try:
        state = OutcomeState(answer.state)
    except ValueError:
        raise RegistryUnavailable("unknown state") from None
    return Outcome(state=state, raw_messages=_clean(answer.raw_messages))


def _clean(messages: object) -> tuple[str, ...]:
    if not isinstance(messages, list | tuple):
        return ()
    texts = (_printable(message) for message in messages if isinstance(message, str))
    return tuple(dict.fromkeys(text for text in texts if text))[:MAX_MESSAGES]


def _printable(text: str) -> str:
    kept = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(kept.split())[:MAX_MESSAGE]
