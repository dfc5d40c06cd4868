"""What raw messages mean, by the shipped catalogue and by what staff have mapped (pure)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verification.catalogue.catalogue import reasons
from verification.catalogue.classify import Classification, Match, classify

from .keys import key_of

# Reason codes by key, as staff have mapped them.
Mapped = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Understood:
    """Codes each once, in the order of the messages; the messages that none was found for;
    and the keys of those that the shipped catalogue doesn't account for by itself."""

    codes: list[str]
    unknown: list[str]
    keys: list[str]


def is_finished(found: Classification) -> bool:
    """Whether the shipped catalogue accounts for all of the message."""
    return not found.unknown and not found.leftover


def with_mapping(message: str, found: Classification, mapped: Mapped) -> Classification:
    """`found`, or what staff have said about exactly this message: their word counts."""
    if is_finished(found):
        return found
    known = [code for code in mapped.get(key_of(message), ()) if code in reasons()]
    if not known:
        return found
    return Classification(tuple(Match(code, 1.0) for code in known), unknown=False)


def unfinished_keys(messages: Sequence[str]) -> dict[str, str]:
    """By key, each message that the shipped catalogue doesn't account for."""
    found: dict[str, str] = {}
    for text in messages:
        if not is_finished(classify(text)):
            found.setdefault(key_of(text), text)
    return found


def understand(messages: Sequence[str], mapped: Mapped) -> Understood:
    """All the messages of one failure together."""
    understood = Understood([], [], [])
    for text in messages:
        shipped = classify(text)
        if not is_finished(shipped):
            understood.keys.append(key_of(text))
        found = with_mapping(text, shipped, mapped)
        understood.codes.extend(match.code for match in found.reasons)
        if found.unknown:
            understood.unknown.append(text)
    return replace(
        understood,
        codes=list(dict.fromkeys(understood.codes)),
        keys=list(dict.fromkeys(understood.keys)),
    )
