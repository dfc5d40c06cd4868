"""Pictures that have been read, or wait for it, without a reader."""

from typing import Any

from django.utils import timezone

from registrar.tenancy.actor import system_actor
from registrar.tenancy.context import acting_as
from tests.verification.data import NAME, NUMBER
from tests.verification.precheck.readings import reading
from verification.models import Material, MaterialReading
from verification.picture_states import ReadingState
from verification.reading.as_json import to_json
from verification.reading.model import READING_VERSION, Field


def read_as_card(
    material: Material, *, name: str = NAME, number: str = NUMBER, expires_on: str | None = None
) -> None:
    """As if a worker had found a resident card in it. Outside of any fence."""
    values = {Field.NAME: name, Field.NUMBER: number, Field.EXPIRES_ON: expires_on}
    found = reading("SFZ", values)
    _write(material, state=ReadingState.READ, result=to_json(found), version=READING_VERSION)


def waits(material: Material) -> None:
    """As if it had just come, and no worker had had time yet."""
    _write(material, state=ReadingState.WAITING, result=None)


def _write(material: Material, **fields: Any) -> None:
    with acting_as(system_actor(material.account_id)):
        MaterialReading.objects.filter(material=material).delete()
        MaterialReading.objects.create(
            account_id=material.account_id,
            material=material,
            wanted_at=timezone.now(),
            **fields,
        )
