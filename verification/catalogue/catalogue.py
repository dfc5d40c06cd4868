"""The loaded catalogue: look a reason up, say it in one language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from verification.catalogue.loader import load_reasons, load_samples
from verification.catalogue.model import (
    Language,
    LinkKey,
    LocalisedLink,
    LocalisedPicture,
    LocalisedReason,
    LocalisedStep,
    Picture,
    Reason,
    Step,
    WebLink,
)

REASONS_FOLDER = Path(__file__).parent / "reasons"
SAMPLES_FOLDER = Path(__file__).parents[2] / "static" / "img" / "samples"


@cache
def reasons() -> Mapping[str, Reason]:
    """Every shipped reason by code, read once per process.

    Raises CatalogueError when the shipped data is incomplete.
    """
    return load_reasons(REASONS_FOLDER, SAMPLES_FOLDER)


@cache
def samples() -> Mapping[str, Picture]:
    """Every drawn sample by key; CatalogueError as `reasons`."""
    return load_samples(REASONS_FOLDER, SAMPLES_FOLDER)


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
        guidance=tuple(_step(step, language) for step in reason.guidance),
        prepare=tuple(item.pick(language) for item in reason.prepare),
    )


def _step(step: Step, language: Language) -> LocalisedStep:
    return LocalisedStep(
        who=step.who,
        text=step.text.pick(language),
        link=_link(step.link, language) if step.link else None,
        picture=_picture(step.picture, language) if step.picture else None,
    )


def _link(link: LinkKey | WebLink, language: Language) -> LocalisedLink:
    if isinstance(link, WebLink):
        return LocalisedLink("external", link.url, link.label.pick(language))
    return LocalisedLink(link)


def _picture(picture: Picture, language: Language) -> LocalisedPicture:
    return LocalisedPicture(picture.key, picture.file, picture.alt.pick(language))
