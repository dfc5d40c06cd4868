"""Refuse to run on data that ship with the code and are incomplete or contradict themselves."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from verification.catalogue.catalogue import REASONS_FOLDER, SAMPLES_FOLDER, reasons
from verification.catalogue.loader import load_reasons
from verification.catalogue.model import CatalogueError
from verification.diagnosis import questions
from verification.diagnosis.registry import CHECKS
from verification.diagnosis.wording import texts


def check_catalogue(**_kwargs: Any) -> list[CheckMessage]:
    """Error verification.E001 when the reasons can't be loaded."""
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


def check_diagnosis(**_kwargs: Any) -> list[CheckMessage]:
    """verification.E002: causes that nothing judges; E003: the diagnosis's data can't be read."""
    hint = "Its files are verification/diagnosis/data/; checks are in its registry."
    try:
        texts()
        known = CHECKS.keys() | questions().keys()
        named = {cause for reason in reasons().values() for cause in reason.causes}
    except CatalogueError as error:
        return [Error(f"The diagnosis is broken: {error}", hint=hint, id="verification.E003")]
    missing = sorted(named - known)
    if not missing:
        return []
    return [
        Error(
            f"Causes without a check or a question: {missing}.", hint=hint, id="verification.E002"
        )
    ]


def check_authority(**_kwargs: Any) -> list[CheckMessage]:
    """verification.E004: the default authority is a simulation, and none may verify anybody."""
    if settings.DEFAULT_AUTHORITY != "simulated" or settings.SIMULATED_AUTHORITY_ALLOWED:
        return []
    return [
        Error(
            "DEFAULT_AUTHORITY is the simulated one, which may not judge here.",
            hint="Name a real authority, or none: then only routes lead to one.",
            id="verification.E004",
        )
    ]
