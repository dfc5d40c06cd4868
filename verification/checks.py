"""Refuse to run on a catalogue of failure reasons that is incomplete or contradicts itself."""

from typing import Any

from django.core.checks import CheckMessage, Error

from verification.catalogue.catalogue import REASONS_FOLDER, SAMPLES_FOLDER
from verification.catalogue.loader import load_reasons
from verification.catalogue.model import CatalogueError


def check_catalogue(**_kwargs: Any) -> list[CheckMessage]:
    """Error verification.E001 when the shipped data can't be loaded."""
    try:
        load_reasons(REASONS_FOLDER, SAMPLES_FOLDER)
    except CatalogueError as error:
        return [
            Error(
                f"The catalogue of failure reasons is broken: {error}",
                hint="Its files are verification/catalogue/reasons/ and static/img/samples/.",
                id="verification.E001",
            )
        ]
    return []
