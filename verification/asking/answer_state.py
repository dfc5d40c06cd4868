"""The form in which a customer answers a request for more, between two times it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from registrar.errors import FieldError, ServiceError, Text
from verification.models import Material
from verification.services.answers_to_more import Answer

from .shown import Asked, Point

_MOST_CONFIRMED = 50
# Where an error belongs that is about no single point.
WHOLE = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """One point as the form shows it."""

    point: Point
    picture: Material | None
    text: str
    errors: Sequence[Text]


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """A warning's code, and everything that it says."""

    code: str
    texts: tuple[Text, ...]


@dataclass(slots=True)
class AnswerState:
    """What is filled in so far, by the points' ids. `seen` came with `confirmed` (services.
    confirming). `waits`: it was sent while a picture was still being looked at."""

    asked: Asked
    pictures: dict[str, Material] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    errors: dict[str, list[Text]] = field(default_factory=dict)
    confirmed: list[str] = field(default_factory=list)
    seen: str | None = None
    open_warnings: list[ToConfirm] = field(default_factory=list)
    waits: bool = False

    @property
    def filled(self) -> list[Filled]:
        return [
            Filled(
                point,
                self.pictures.get(point.id),
                self.texts.get(point.id, ""),
                self.errors.get(point.id, ()),
            )
            for point in self.asked.points
        ]

    @property
    def of_all(self) -> list[Text]:
        """What is wrong with the form as a whole."""
        return self.errors.get(WHOLE, [])

    @property
    def answers(self) -> list[Answer]:
        """One for each point, in their order, empty ones as well: `say` counts on it."""
        return [
            Answer(point.id, self.pictures.get(point.id), self.texts.get(point.id, ""))
            for point in self.asked.points
        ]

    def refuse(self, point_id: str, message: Text) -> None:
        said = self.errors.setdefault(point_id, [])
        if message not in said:
            said.append(message)

    def say(self, refused: ServiceError) -> None:
        """Put a refusal where it belongs."""
        if refused.code == "warnings_unconfirmed":
            self.seen = refused.extra["warnings_seen"]
            self.open_warnings = _by_code(refused.errors)
            asked = {one.code for one in self.open_warnings}
            self.confirmed = [code for code in self.confirmed if code not in asked]
            return
        for error in refused.errors:
            self.refuse(self._point_of(error.field), error.message)

    def _point_of(self, name: str) -> str:
        """The point of `answers.1.material`."""
        first, _, rest = name.partition(".")
        position = rest.partition(".")[0]
        if first == "answers" and position.isdecimal() and int(position) < len(self.asked.points):
            return self.asked.points[int(position)].id
        return WHOLE


def typed(asked: Asked, data: QueryDict, kept: Mapping[str, Material]) -> AnswerState:
    """What came with the form; `kept` are pictures that were uploaded before, by their ids."""
    state = AnswerState(
        asked,
        confirmed=data.getlist("confirmed_warnings")[:_MOST_CONFIRMED],
        seen=data.get("warnings_seen", ""),
    )
    removed = data.get("remove", "")
    for point in asked.points:
        material = kept.get(data.get(f"kept_{point.id}", ""))
        if material is not None and point.id != removed:
            state.pictures[point.id] = material
        state.texts[point.id] = data.get(f"text_{point.id}", "")
    return state


def _by_code(errors: Sequence[FieldError]) -> list[ToConfirm]:
    codes = dict.fromkeys(error.code for error in errors)
    return [
        ToConfirm(
            code, tuple(dict.fromkeys(str(error.message) for error in errors if error.code == code))
        )
        for code in codes
    ]
