"""The loaded catalogue: look a reason up, say it in one language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from verification.catalogue.loader import load_reasons
from verification.catalogue.model import Language, LocalisedReason, LocalisedStep, Reason

REASONS_FOLDER = Path(__file__).parent / "reasons"


@cache
def reasons() -> Mapping[str, Reason]:
    """Every shipped reason by code, read once per process.

    Raises CatalogueError when the shipped data is incomplete.
    """
    return load_reasons(REASONS_FOLDER)


def reason(code: str) -> Reason:
    """The reason with this code; raises KeyError for an unknown code."""
    return reasons()[code]


def localise(reason: Reason, language: Language) -> LocalisedReason:
    """What a user reads about `reason` in Simplified Chinese or in English."""
    return LocalisedReason(
        code=reason.code,
        next=reason.next,
        target=reason.target,
        title=reason.title.pick(language),
        summary=reason.summary.pick(language),
        guidance=tuple(LocalisedStep(s.who, s.text.pick(language)) for s in reason.guidance),
        prepare=tuple(item.pick(language) for item in reason.prepare),
    )
