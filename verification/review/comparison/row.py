"""One thing that was typed, read, or both."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verification.checking.beside import Part
from verification.precheck.finding import Place

Text = str | Promise


class Mark(StrEnum):
    """How the two stand to each other. FORM: one and the same, written in another way."""

    SAME = "same"
    FORM = "form"
    DIFFERS = "differs"
    NOT_READ = "not_read"
    ONLY_READ = "only_read"


MARK_WORDS: dict[Mark, Text] = {
    Mark.SAME: gettext_lazy("Agrees"),
    Mark.FORM: gettext_lazy("Agrees, written otherwise"),
    Mark.DIFFERS: gettext_lazy("Differs"),
    Mark.NOT_READ: gettext_lazy("Not found in the pictures"),
    Mark.ONLY_READ: gettext_lazy("Only read"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One place, from 1, in what was typed; "" where a character is missing on that side."""

    position: int
    typed: str
    read: str

    def __str__(self) -> str:
        said = {"at": self.position, "typed": self.typed, "read": self.read}
        if not self.typed:
            return _("position %(at)s: missing, read %(read)s") % said
        if not self.read:
            return _("position %(at)s: typed %(typed)s, not in the picture") % said
        return _("position %(at)s: typed %(typed)s, read %(read)s") % said


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`typed` and `read` in parts, empty where there is nothing. `tone` as badges have it.

    `word` says the mark. `notes` are what else there is to know. `place`: where it was read.
    """

    key: str
    label: Text
    typed: tuple[Part, ...] = ()
    read: tuple[Part, ...] = ()
    mark: Mark
    tone: str
    word: Text
    differences: tuple[Difference, ...] = ()
    notes: tuple[Text, ...] = ()
    place: Place | None = None

    @property
    def said(self) -> str:
        """The differences in words."""
        return "; ".join(str(one) for one in self.differences)


def plain_parts(text: str) -> tuple[Part, ...]:
    return (Part(text, differs=False),) if text else ()
