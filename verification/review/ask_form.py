"""What a reviewer fills in to ask for more: up to ten points, of which some are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

from registrar.errors import FieldError, Text
from verification.asking.items import ITEMS, Item
from verification.models import Material
from verification.services.asking import MOST_ITEMS, Ask

# Open from the start, without scripts; the others are folded away.
_OPEN = 2
_TYPED_AT_MOST = 2000


@dataclass(slots=True)
class Row:
    """One point as it is typed: nothing in it means that it is not asked."""

    number: int
    what: str = ""
    about: str = ""
    detail: str = ""
    errors: dict[str, list[Text]] = field(default_factory=dict)

    @property
    def filled(self) -> bool:
        return bool(self.what or self.detail.strip())

    @property
    def item(self) -> Item | None:
        return ITEMS.get(self.what)


@dataclass(slots=True)
class AskForm:
    """`pictures` are those in use; errors of all of it are under "". `preview`: show what the
    user will read."""

    pictures: Sequence[Material]
    rows: list[Row]
    note_to_user: str = ""
    note_to_staff: str = ""
    errors: dict[str, list[Text]] = field(default_factory=dict)
    preview: bool = False

    @property
    def items(self) -> list[Item]:
        return list(ITEMS.values())

    @property
    def first(self) -> list[Row]:
        return self.rows[: self._shown]

    @property
    def folded(self) -> list[Row]:
        return self.rows[self._shown :]

    @property
    def _shown(self) -> int:
        """Up to the last that is filled, and one more."""
        filled = [row.number for row in self.rows if row.filled]
        return max([_OPEN, *(number + 1 for number in filled)])

    @property
    def filled(self) -> list[Row]:
        return [row for row in self.rows if row.filled]

    @property
    def of_all(self) -> list[Text]:
        return self.errors.get("", [])

    @property
    def wrong(self) -> bool:
        return bool(self.errors or any(row.errors for row in self.rows))

    @property
    def begun(self) -> bool:
        """Whether there is anything to come back to."""
        return bool(self.filled or self.note_to_user or self.note_to_staff or self.wrong)

    @property
    def asks(self) -> list[Ask]:
        return [Ask(row.what, row.detail, row.about) for row in self.filled]

    def say(self, errors: Iterable[FieldError]) -> None:
        """Put a service's field errors where they belong: `items.2.about` is of the third
        filled row."""
        for error in errors:
            place, name = self._place_of(error.field)
            place.setdefault(name, []).append(error.message)

    def _place_of(self, name: str) -> tuple[dict[str, list[Text]], str]:
        parts = name.split(".")
        filled = self.filled
        if len(parts) == 3 and parts[1].isdecimal() and int(parts[1]) < len(filled):
            return filled[int(parts[1])].errors, parts[2]
        return self.errors, name if name.startswith("note_") else ""


def empty_form(pictures: Sequence[Material]) -> AskForm:
    return AskForm(pictures, [Row(number) for number in range(1, MOST_ITEMS + 1)])


def typed_form(data: QueryDict, pictures: Sequence[Material]) -> AskForm:
    form = empty_form(pictures)
    for row in form.rows:
        row.what, row.about, row.detail = (
            data.get(f"{name}_{row.number}", "")[:_TYPED_AT_MOST]
            for name in ("what", "about", "detail")
        )
    form.note_to_user = data.get("note_to_user", "")[:_TYPED_AT_MOST]
    form.note_to_staff = data.get("note_to_staff", "")[:_TYPED_AT_MOST]
    form.preview = "preview" in data
    return form
