"""What every standard for identity numbers answers."""

from collections.abc import Callable
from dataclasses import dataclass

from templates_app.rules.numbers.layout import Layout, misfits
from templates_app.rules.problems import Level, Problem


def _no_hints(number: str) -> list[Problem]:
    return []


@dataclass(frozen=True)
class Standard:
    """How a kind of number is written and how to tell that it is right.

    `layouts`: one per permitted form; each form has its own length or letters.
    `holds`: whether the check digit and the date hold, of a number that fits a
    layout; None where the standard has nothing to calculate.
    `hints`: what else to say of a number that holds.
    `wrong_field`: a problem when the number is plainly another kind of number.
    `level`: overrides the levels of length, characters and check digit.
    """

    layouts: tuple[Layout, ...]
    holds: Callable[[str], bool] | None = None
    hints: Callable[[str], list[Problem]] = _no_hints
    wrong_field: Callable[[str], list[Problem]] = _no_hints
    level: Level | None = None

    @property
    def lengths(self) -> list[int]:
        """The permitted numbers of characters, rising."""
        return sorted({len(layout) for layout in self.layouts})

    def closest_layout(self, number: str) -> Layout | None:
        """The form of the number's length that forbids fewest of its characters, if any."""
        fitting = [layout for layout in self.layouts if len(layout) == len(number)]
        return min(fitting, key=lambda layout: len(misfits(number, layout)), default=None)

    def accepts(self, number: str) -> bool:
        """Whether the number fits a layout and, where there is one, its check holds."""
        layout = self.closest_layout(number)
        if layout is None or misfits(number, layout):
            return False
        return self.holds is None or self.holds(number)
